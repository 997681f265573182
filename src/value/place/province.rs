//! In which province the districts of an article lie: "in Khost province … at a farm in Sabari district".
//!
//! A district that stands without a wider place lies in the only province that the article names, if it calls it one; where
//! it names none, in that of its dateline. A capital in a dateline is where news is given out.

use super::country::{self, Form};
use super::gazetteer::{self, Level};
use super::scan::Scan;
use super::words::Class;
use super::{Spot, link};
use crate::value::Kind;

/// Gives the districts of an article their province.
pub(super) fn settle(scans: &[Scan<'_>], spots: &mut [Spot]) {
    let is_open = |spot: &Spot| {
        let last = spot.tokens.end.saturating_sub(1);
        scan_of(scans, spot).is_some_and(|scan| scan.class(last).any(Class::DISTRICT))
    };
    let open: Vec<usize> = (0..spots.len())
        .filter(|at| spots.get(*at).is_some_and(is_open))
        .collect();
    if open.is_empty() {
        return;
    }
    let Some(province) = named(scans, spots) else {
        return;
    };
    for at in open {
        if let Some(spot) = spots.get_mut(at)
            && !spot.name.parts.contains(&province)
        {
            spot.name.parts.push(province.clone());
        }
    }
}

/// The province of an article.
fn named(scans: &[Scan<'_>], spots: &[Spot]) -> Option<String> {
    let mut only: Option<&String> = None;
    let mut typed = false;
    let mut dateline = None;
    for spot in spots.iter().filter(|s| s.name.kind == Kind::Place) {
        let Some(scan) = scan_of(scans, spot) else {
            continue;
        };
        for part in spot.name.parts.iter().filter(|part| is_province(part)) {
            if scan.dateline {
                let seat = country::find(scan.document, spot.head.start);
                let seat = seat.is_some_and(|c| c.form == Form::Seat);
                dateline = dateline.or((!seat).then_some(part));
                continue;
            }
            if only.is_some_and(|other| other != part) {
                return None;
            }
            only = Some(part);
            typed |= link::level_of(scan, spot.tokens.end.saturating_sub(1)) == Level::State;
        }
    }
    let province = if only.is_some() {
        only.filter(|_| typed)
    } else {
        dateline
    };
    province.cloned()
}

fn is_province(name: &str) -> bool {
    let places = gazetteer::named(name);
    places.iter().any(|place| place.level == Level::State)
}

fn scan_of<'s, 'd>(scans: &'s [Scan<'d>], spot: &Spot) -> Option<&'s Scan<'d>> {
    let index = scans.partition_point(|scan| scan.end <= spot.tokens.start);
    scans.get(index)
}
