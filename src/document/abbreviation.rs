//! Words whose full stop does not end a sentence.

use super::word::Word;
use rustc_hash::FxHashSet;
use std::sync::OnceLock;

/// Abbreviations that something follows, one list a line; the last line may also end a sentence.
const ABBREVIATIONS: [&str; 7] = [
    "mr mrs ms dr prof sr jr st mt ft rev hon pres gov lt col gen maj capt cmdr sgt cpl pvt adm brig cap det insp supt",
    "sen rep reps sens atty asst assoc dist dept univ gens cols msgr fr ofc spc ret amb min sec",
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun",
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo ont que",
    "vs v no nos vol pp ed eds fig approx est al ca cf tel ext mph dep prov ave blvd rd hwy",
    "ph sq cu oz lb lbs hrs mins secs km cm",
    "inc co corp ltd bros plc etc esq",
];

fn set() -> &'static FxHashSet<Word> {
    static SET: OnceLock<FxHashSet<Word>> = OnceLock::new();
    SET.get_or_init(|| {
        ABBREVIATIONS
            .iter()
            .flat_map(|line| line.split(' '))
            .map(Word::of)
            .collect()
    })
}

/// Whether a full stop after `word` belongs to it.
pub(super) fn is_abbreviation(word: Word) -> bool {
    set().contains(&word)
}

/// Whether a sentence may end with the abbreviation `word` (`Inc.`, `a.m.`, `U.S.`, `No.`).
pub(super) fn may_end_sentence(word: Word) -> bool {
    static SET: OnceLock<FxHashSet<Word>> = OnceLock::new();
    let words = || {
        let last = ABBREVIATIONS.last().map_or("", |line| line).split(' ');
        last.chain("a.m. p.m. u.s. u.k. u.n. e.u. d.c. u.s.a. no mon tue wed thu fri sat sun est ave blvd rd st mass fla calif la pa va md".split(' ')).map(Word::of).collect()
    };
    SET.get_or_init(words).contains(&word)
}
