//! What stands around a name and shows it to be a person's: an age, a verb of saying, a relative, other names. The words that
//! no other reader asks for are in `evidence.tsv`.

use super::lexicon::Tags;
use super::page::TaggedPage;
use super::role::role_at;
use crate::document::{Shape, word_lists};
use std::ops::Range;

word_lists! {
    /// The lists of `evidence.tsv`.
    enum List of "evidence.tsv" {
        Joins = "joins",
        Relative = "relative",
        From = "from",
        AgeUnit = "age-unit",
        AfterAge = "after-age",
        Identifies = "identifies",
        Is = "is",
        Of = "of",
        Brought = "brought",
        Where = "where",
        Owner = "owner",
        Article = "article",
        Befallen = "befallen",
        How = "how",
        Perishes = "perishes",
        Trade = "trade",
        Body = "body",
    }
}

/// Whether the word at `at` is on a list.
fn says(page: &TaggedPage<'_, '_>, at: usize, list: List) -> bool {
    list.has(page.word(at))
}

/// How strongly what stands around a name shows it to be a person's: 2 for proof, 1 for a hint, below 0 against.
pub(super) fn evidence(
    page: &TaggedPage<'_, '_>,
    name: &Range<usize>,
    sentence: &Range<usize>,
    last_name: usize,
) -> i32 {
    let befallen = subject_of_fate(page, name);
    let after = evidence_after(page, name.end);
    let before = if last_name > sentence.start && is_list(page, last_name..name.start) {
        2
    } else {
        evidence_before(page, name.start, sentence)
    };
    after + before + befallen
}

/// Whether nothing but commas, "and" and ages stands in `between`: the name after it stands in a list of people.
fn is_list(page: &TaggedPage<'_, '_>, between: Range<usize>) -> bool {
    let joins = |at: usize| page.is(at, Shape::NUMBER) || says(page, at, List::Joins);
    (1..=5).contains(&between.len()) && between.clone().all(joins)
}

fn next_acts(page: &TaggedPage<'_, '_>, at: usize) -> bool {
    page.tags(at).any(Tags::SAY.with(Tags::ACT)) && !page.is_capital(at)
}

/// What it adds that a name stands before what is done to people only, at the head of a clause or elsewhere: "Ann Woods was fatally
/// shot"; nothing where it is the end of a place: "a man of Oak Woods was shot".
fn subject_of_fate(page: &TaggedPage<'_, '_>, name: &Range<usize>) -> i32 {
    let before = name.start.wrapping_sub(1);
    let verb = name.end + 1 + usize::from(says(page, name.end + 1, List::How));
    let placed = says(page, before, List::Where) || says(page, before, List::Of);
    if placed || !says(page, name.end, List::Is) || !says(page, verb, List::Befallen) {
        return 0;
    }
    let first = page.document.sentence_at(name.start);
    let opens = page.spells(before, ",") || page.document.sentence_at(before) != first;
    1 + i32::from(opens)
}

/// How many words before a name "identified" may stand: "police identified the man shot dead in a west side home on Monday as".
const IDENTIFIED: usize = 18;

/// Whether a comma or "and" and then a clear given name follow, or one that is a word and a family name: "and Grace Holt".
fn is_listed_before_name(page: &TaggedPage<'_, '_>, end: usize) -> bool {
    let joined = page.spells(end, ",") || page.spells(end, "and");
    let next = page.tags(end + 1);
    let clear = || !next.any(Tags::NOT_IN_PERSONS) || page.tags(end + 2).any(Tags::SURNAME);
    joined
        && page.is_capital(end + 1)
        && page.is_capital(end + 2)
        && next.any(Tags::GIVEN)
        && clear()
}

pub(super) fn evidence_after(page: &TaggedPage<'_, '_>, end: usize) -> i32 {
    let next = page.tags(end);
    if page.spells(end, ",") || page.spells(end, "(") {
        if is_age(page, end + 1) {
            return 3;
        }
        let relative = says(page, end + 1, List::Relative);
        let article = says(page, end + 1, List::Article);
        // ", the choir's new head coach,"
        let mut told = (end + 2..end + 6).take_while(|at| !page.spells(*at, ","));
        let described = article && told.any(|at| role_at(page, at).is_some());
        let office = role_at(page, end + 1).is_some();
        let role = office && !page.is_capital(end + 1);
        // ", a 25-year-old guest"
        if relative || article && is_age(page, end + 2) {
            return 3;
        }
        let is_human = |at| page.tags(at).any(Tags::KIN.with(Tags::HUMAN)) || is_trade(page, at);
        let human = article && (end + 2..end + 5).any(is_human);
        // ", of Leeds,"
        let home = says(page, end + 1, List::From) && page.is_capital(end + 2);
        let listed = home || is_listed_before_name(page, end) || next_acts(page, end + 1);
        let described = described || human;
        return i32::from(described || role) * 2 + i32::from(listed || (office && !role));
    }
    if page.is(end, Shape::POSSESSIVE) {
        let after = page.tags(end + 1);
        let held = i32::from(after.any(Tags::FATE.with(Tags::HOLDING)));
        // "in Ellen Roth's spine"
        let own = after.any(Tags::KIN) || says(page, end + 1, List::Body);
        return held.max(i32::from(own) * 2);
    }
    if page.is(end, Shape::CAPITAL) {
        return 0;
    }
    // "of the 200 block of Dock Road"
    if page.spells(end, "of") && page.spells(end + 1, "the") && page.is(end + 2, Shape::NUMBER) {
        return 2;
    }
    if is_listed_before_name(page, end) {
        return 1;
    }
    // "and his wife"
    if page.spells(end, "and") && page.tags(end + 2).any(Tags::KIN) {
        return i32::from(page.tags(end + 1).any(Tags::HE.with(Tags::SHE))) * 2;
    }
    if page.spells(end, "who") || page.spells(end, "whose") {
        return 3;
    }
    if next.any(Tags::SAY) || says(page, end, List::Perishes) {
        return 2;
    }
    i32::from(next.any(Tags::ACT))
}

pub(super) fn evidence_before(
    page: &TaggedPage<'_, '_>,
    start: usize,
    sentence: &Range<usize>,
) -> i32 {
    let Some(before) = start.checked_sub(1).filter(|_| start > sentence.start) else {
        return 0;
    };
    // "77 E. Larkin": an address.
    if page.is(before, Shape::NUMBER) {
        return -2;
    }
    let tags = page.tags(before);
    if is_years_old(page, before) || is_kin(page, before) {
        return 3;
    }
    let identifies = |at: usize| says(page, at, List::Identifies);
    let as_whom =
        page.spells(before, "as") && (start.saturating_sub(IDENTIFIED)..before).any(identifies);
    if as_whom || page.spells(before, "named") || identifies(before) {
        return 2;
    }
    let noun = before.checked_sub(1);
    if says(page, before, List::Of) {
        let of_person = noun.map_or(0, |noun| evidence_of(page, noun));
        if of_person != 0 {
            return of_person;
        }
    }
    if tags.any(Tags::SAY) || is_trade(page, before) {
        return 2;
    }
    // "the third victim was Ann Lee"
    if says(page, before, List::Is) && noun.is_some_and(|noun| page.tags(noun).any(Tags::HUMAN)) {
        return 2;
    }
    if page.spells(before, ",")
        && let Some(noun) = noun
    {
        let said_of =
            page.tags(noun).any(Tags::HUMAN.with(Tags::CUE)) || is_whose_role(page, before);
        return if is_kin(page, noun) {
            3
        } else {
            i32::from(said_of) * 2
        };
    }
    // "taken to Ellis Memorial"
    let brought = page.spells(before, "to") && says(page, before.saturating_sub(1), List::Brought);
    if brought || says(page, before, List::Where) {
        return -2;
    }
    if says(page, before, List::Owner) {
        return -1;
    }
    let byline = page.spells(before, "by") && before == sentence.start;
    i32::from(byline || tags.any(Tags::CUE))
}

/// Whether the word at `at` tells what a person does or is, in small letters: "dentist".
fn is_trade(page: &TaggedPage<'_, '_>, at: usize) -> bool {
    !page.is_capital(at) && says(page, at, List::Trade)
}

/// Whether an office of somebody's ends before the comma at `comma`: "Belgium's prime minister, Jan Claes".
fn is_whose_role(page: &TaggedPage<'_, '_>, comma: usize) -> bool {
    const LONGEST: usize = 4;
    let starts = comma.saturating_sub(LONGEST).max(1)..comma;
    let opens =
        |at: &usize| page.is(at - 1, Shape::POSSESSIVE) || says(page, at - 1, List::Article);
    let mut starts = starts.filter(opens);
    starts.any(|at| role_at(page, at).is_some_and(|role| role.end == comma))
}

/// Whether "old" at `at` ends an age: "34-year-old", "two months old".
fn is_years_old(page: &TaggedPage<'_, '_>, at: usize) -> bool {
    let before = at.saturating_sub(1);
    page.spells(at, "old") && (page.is_hyphen(before) || says(page, before, List::AgeUnit))
}

/// Whether the word at `at` is a relative or friend: `sister`, `sister-in-law`.
fn is_kin(page: &TaggedPage<'_, '_>, at: usize) -> bool {
    let in_law = page.spells(at, "law") && page.spells(at.wrapping_sub(2), "in");
    page.tags(at).any(Tags::KIN) || (in_law && page.tags(at.wrapping_sub(4)).any(Tags::KIN))
}

/// What `noun` before "of" or "for" says about the name after it: "the murder of", "a friend of" are said of people;
/// ", of", "21, of", "a resident of", "the block of" of places.
fn evidence_of(page: &TaggedPage<'_, '_>, noun: usize) -> i32 {
    let tags = page.tags(noun);
    let placed = Tags::HUMAN.with(Tags::PLACE);
    if tags.any(Tags::FATE.with(Tags::KIN)) {
        2
    } else if tags.any(placed) || page.is(noun, Shape::NUMBER) || page.spells(noun, ",") {
        -3
    } else {
        0
    }
}

/// Whether `34`, `34-year-old` or `aged 34` stands at `at`.
fn is_age(page: &TaggedPage<'_, '_>, at: usize) -> bool {
    let Some(token) = page.token(at).filter(|t| t.is(Shape::NUMBER)) else {
        return false;
    };
    let short = token.end - token.start <= 2
        || page.document.text(token).starts_with('1') && token.end - token.start == 3;
    short && says(page, at + 1, List::AfterAge)
}
