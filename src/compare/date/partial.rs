//! What is known of a day that nothing anchors: its weekday, or its month and day.

use super::Answer;
use crate::compare::Verdict;
use crate::value::Time;
use crate::value::date::days_between;
use jiff::ToSpan;
use jiff::civil::Date;

/// The named parts of an unanchored day: `XXXX-WXX-2`, `XXXX-03-01`, `XXXX-03`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Partial {
    month: Option<i8>,
    day: Option<i8>,
    weekday: Option<i8>,
}

impl Partial {
    /// The parts an unanchored time names; `None` if it names none of these.
    pub(super) fn of(time: &Time) -> Option<Partial> {
        let rest = time.timex.strip_prefix("XXXX-")?;
        let days = rest.split('T').next().unwrap_or(rest);
        if let Some(weekday) = days.strip_prefix("WXX-") {
            return Some(Partial {
                weekday: Some(weekday.parse().ok()?),
                ..Partial::default()
            });
        }
        let (month, day) = days.split_once('-').unwrap_or((days, ""));
        Some(Partial {
            month: Some(month.parse().ok()?),
            day: if day.is_empty() {
                None
            } else {
                Some(day.parse().ok()?)
            },
            weekday: None,
        })
    }

    /// All the parts of a day that is known.
    pub(super) fn on(date: Date) -> Partial {
        Partial {
            month: Some(date.month()),
            day: Some(date.day()),
            weekday: Some(date.weekday().to_monday_one_offset()),
        }
    }

    /// Whether this may be the day after `before`: the parts that both name tell, one at least.
    pub(super) fn follows(self, before: Partial) -> bool {
        let weekday = self.weekday.zip(before.weekday);
        let weekday = weekday.map(|(day, before)| day == before % 7 + 1);
        let date = self.month.zip(self.day);
        let date = date.zip(before.month.zip(before.day)).map(|(day, before)| {
            // A leap year, so that no day that there is will be missed.
            let before = Date::new(2000, before.0, before.1).ok();
            let next = before.and_then(|day| day.tomorrow().ok());
            next.is_some_and(|next| (next.month(), next.day()) == day)
        });
        weekday.or(date).unwrap_or(false) && weekday != Some(false) && date != Some(false)
    }

    fn fits(self, date: Date) -> bool {
        self.month.is_none_or(|month| month == date.month())
            && self.day.is_none_or(|day| day == date.day())
            && self
                .weekday
                .is_none_or(|day| day == date.weekday().to_monday_one_offset())
    }

    /// Against the days from one to another.
    pub(super) fn against(self, (from, to): (Date, Date)) -> Answer {
        const LONGEST: i64 = 800;
        let last = number(to) - number(from);
        let fitting = from
            .series(1.days())
            .take(last.clamp(0, LONGEST) as usize + 1)
            .filter(|day| self.fits(*day))
            .count() as i64;
        if fitting == 0 && last <= LONGEST {
            (Verdict::Conflict, "disjoint")
        } else if fitting == last + 1 && (self.day.is_some() || self.weekday.is_some()) {
            (Verdict::Agree, "same")
        } else {
            (Verdict::Compatible, "refinement")
        }
    }

    /// Against another unanchored day.
    pub(super) fn against_partial(self, other: Partial) -> Answer {
        fn differ(a: Option<i8>, b: Option<i8>) -> bool {
            a.is_some() && b.is_some() && a != b
        }
        if differ(self.month, other.month)
            || differ(self.day, other.day)
            || differ(self.weekday, other.weekday)
        {
            return (Verdict::Conflict, "disjoint");
        }
        if self == other {
            (Verdict::Agree, "same")
        } else if self.month.is_some() && other.month.is_some() {
            (Verdict::Compatible, "refinement")
        } else {
            (Verdict::Compatible, "vague")
        }
    }
}

/// Days from a fixed day to `date`.
pub(super) fn number(date: Date) -> i64 {
    i64::from(days_between(Date::constant(1970, 1, 1), date))
}
