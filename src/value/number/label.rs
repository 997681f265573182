//! Which numbers are names: flights, aircraft, addresses, phone numbers, years, times of day.

use super::amount::Amount;
use super::cue::{Cue, Lexis};
use super::noun;
use super::numeral::{Form, number_word};
use super::quantifier;
use super::unit;
use super::words::Words;
use crate::document::{Shape, Word};
use crate::value::place::country_at;

/// Where the name ends that the amount is part of; `None` for a number that says how many.
pub(super) fn end_of_name(words: &Words<'_>, amount: &Amount) -> Option<usize> {
    let (start, end) = (amount.start, amount.end);
    if !may_be_name(amount) {
        return None;
    }
    let digits = amount.form == Form::Digits;
    let named = is_labelled(words, amount)
        || is_of_name(words, amount)
        || (digits
            && (is_day(words, end)
                || is_of_era(words, end)
                || is_standard(words, amount)
                || is_voyage(words, amount)
                || is_hours_and_minutes(words, amount)
                || is_clock(words, start, end)
                || is_model(words, start, end)
                || is_code(words, amount)
                || is_address(words, amount)
                || is_year(words, amount)));
    named.then(|| rest_of_name(words, end))
}

fn may_be_name(amount: &Amount) -> bool {
    amount.unit.is_none() && !matches!(amount.form, Form::Ordinal | Form::Fraction)
}

/// "Boeing 737-800", "Image 2 of 3": all of it is the name.
fn rest_of_name(words: &Words<'_>, end: usize) -> usize {
    let mut last = end;
    while words.hyphen(last)
        && (words.is(last + 1, Shape::NUMBER) || words.is(last + 1, Shape::CAPITAL))
    {
        last += 2;
    }
    let slash = usize::from(words.is_word(last + 1, "/"));
    if words.is_word(last, "of") && words.is(last + 1 + slash, Shape::NUMBER) {
        last += 2 + slash;
    }
    last
}

/// `4 June`, `20 and 21 November`.
fn is_day(words: &Words<'_>, end: usize) -> bool {
    let month = |at: usize| Cue::Month.is(words.word(at)) && words.is(at, Shape::CAPITAL);
    let listed = words.is(end + 1, Shape::NUMBER) && words.text(end + 1).len() <= 2;
    month(end) || (listed && !words.is(end, Shape::NUMBER) && month(end + 2))
}

/// `44 BC`, and the 58 of `58 to 50 BC`.
fn is_of_era(words: &Words<'_>, end: usize) -> bool {
    const ERAS: [&str; 8] = ["bc", "b.c.", "b.c", "bce", "b.c.e.", "ad", "a.d.", "a.d"];
    let era = |at: usize| {
        let spelled =
            words.is(at, Shape::ALL_CAPS) && ERAS.iter().any(|era| words.is_word(at, era));
        // "12 BC ferries" are of British Columbia.
        spelled && noun::counted(words, at + 1, false).is_none()
    };
    let joint = words.dash(end)
        || ["to", "and", "or"]
            .iter()
            .any(|word| words.is_word(end, word));
    era(end) || joint && words.is(end + 1, Shape::NUMBER) && era(end + 2)
}

/// The seven of "the Group of Seven" and the 20 of "the Group of 20": a number that a name ends with.
fn is_of_name(words: &Words<'_>, amount: &Amount) -> bool {
    let at = amount.start;
    let Some(head) = at.checked_sub(2).filter(|_| words.is_word(at - 1, "of")) else {
        return false;
    };
    let named = words.is(head, Shape::CAPITAL)
        && !words.opens(head)
        && !words.is(head, Shape::NUMBER)
        && !noun::is_stop(words.word(head));
    // In headlines every word has a capital: "Killing of Seven Sparks Outrage".
    let article = words.is_word(head.wrapping_sub(1), "the");
    let spelled = amount.form == Form::Words && words.is(at, Shape::CAPITAL);
    let told = words.is(amount.end, Shape::CAPITAL) && !words.is(amount.end, Shape::POSSESSIVE);
    let counts = noun::counted(words, amount.end, false).is_some();
    named && article && !told && (spelled || amount.form == Form::Digits && !counts)
}

/// The number of a standard, or of another thing with a short name in capitals: "ISO 9001 papers". What is counted is mostly
/// round or has its thousands set apart.
fn is_standard(words: &Words<'_>, amount: &Amount) -> bool {
    let before = amount.start.wrapping_sub(1);
    let short = (2..=5).contains(&words.text(before).len());
    let name = words.is(before, Shape::WORD.with(Shape::ALL_CAPS)) && short;
    let shouted =
        words.is(before.wrapping_sub(1), Shape::ALL_CAPS) || words.is(amount.end, Shape::ALL_CAPS);
    let plain = words
        .text(amount.number)
        .bytes()
        .all(|b| b.is_ascii_digit());
    let country = country_at(words.document, before).is_some();
    name && !shouted && !country && plain && amount.value >= 1000.0 && amount.value % 10.0 != 0.0
}

/// "Delta 1141 crashed", "Delta 1141 from Dallas": the number of a flight where its airline opens the sentence.
fn is_voyage(words: &Words<'_>, amount: &Amount) -> bool {
    let before = amount.start.wrapping_sub(1);
    let text = words.text(amount.number);
    let number = (3..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let name = words.is(before, Shape::WORD.with(Shape::CAPITAL)) && words.opens(before);
    let bounds = quantifier::table().before(words, amount.start).is_some();
    number
        && name
        && !bounds
        && !noun::is_stop(words.word(before))
        && Cue::Travels.is(words.word(amount.end))
}

/// `0530`, "at 1810".
fn is_hours_and_minutes(words: &Words<'_>, amount: &Amount) -> bool {
    let text = words.text(amount.number);
    let clock = amount.value < 2400.0 && amount.value % 100.0 < 60.0 && amount.value > 0.0;
    let at = words.before(amount.start) == Some(Word::of("at"));
    text.len() == 4
        && (text.starts_with('0') || at)
        && clock
        && noun::counted(words, amount.end, false).is_none()
}

/// `911`, `TX 75001`, `US 41`, coordinates, `'14`.
fn is_code(words: &Words<'_>, amount: &Amount) -> bool {
    let before = amount.start.wrapping_sub(1);
    let shouted =
        words.is(amount.end, Shape::ALL_CAPS) || words.is(before.wrapping_sub(1), Shape::ALL_CAPS);
    let state = words.is(before, Shape::ALL_CAPS)
        && words.text(before).len() == 2
        && !shouted
        && !noun::is_stop(words.word(before));
    let apostrophe =
        words.glued(amount.start) && ["'", "'s"].iter().any(|mark| words.is_word(before, mark));
    let text = words.text(amount.number);
    // "[14]" is a note, "3." at the head of a line its number, "WAVE 3 News" a channel.
    let note = words.is_word(before, "[") && words.is_word(amount.end, "]");
    let bullet = words.is(amount.start, Shape::NEW_LINE)
        && words.is_word(amount.end, ".")
        && words.glued(amount.end)
        && amount.value < 100.0;
    let channel = words.is_word(amount.end, "news") && words.is(amount.end, Shape::CAPITAL);
    let dialled =
        text.len() > 2 && text.starts_with('0') && !text.contains('.') && amount.value > 0.0;
    text == "911"
        || note
        || bullet
        || channel
        || dialled
        || state
        || apostrophe
        || (amount.step < 1e-4 && amount.value.abs() > 10.0)
}

/// `555-1212`, `1-800-555-1212`, `5/17/2018`, `2016-17`: digits chained by hyphens or slashes that are no range and no
/// score. Returns the chain's end.
pub(super) fn end_of_chain(words: &Words<'_>, amount: &Amount) -> Option<usize> {
    let (start, end) = (amount.start, amount.end);
    if !may_be_name(amount) || !words.is(start, Shape::NUMBER) {
        return None;
    }
    let joined = |at: usize| {
        (words.dash(at) || words.is_word(at, "/")) && words.glued(at) && words.glued(at + 1)
    };
    let mut last = end;
    let mut links = 0;
    while joined(last)
        && (words.is(last + 1, Shape::NUMBER) || (links > 0 && words.is(last + 1, Shape::CAPITAL)))
    {
        last += 2;
        links += 1;
    }
    let (first, second) = (words.text(start), words.text(end + 1));
    let phone = links == 1 && first.len() == 3 && second.len() == 4 && words.dash(end);
    let year = first.len() == 4 && (first.starts_with("19") || first.starts_with("20"));
    let season = links == 1 && year && second.len() == 2;
    let slashed = links == 1 && words.is_word(end, "/");
    let lettered = links == 1 && words.dash(end) && is_lettered(words, last) && first.len() == 3;
    let chain = (links > 1 || phone || season || slashed || lettered).then_some(last);
    let chain = chain.map(|last| last + usize::from(lettered));
    chain.max(end_of_dialled(words, start))
}

/// Whether letters that are no unit are glued to the number before `at`: the "ER" of `777-200ER`.
fn is_lettered(words: &Words<'_>, at: usize) -> bool {
    let letters = words.glued(at) && words.is(at, Shape::WORD) && words.is(at, Shape::CAPITAL);
    letters
        && unit::after(words, at, None).is_none()
        && words.word(at).and_then(number_word).is_none()
        && !Cue::Hour.is(words.word(at))
}

/// Past `0800 123 4567`, `+44 20 7946 0958`, `+44 (0)20 7946 0958`: groups of digits that are called and count nothing.
fn end_of_dialled(words: &Words<'_>, start: usize) -> Option<usize> {
    const DIGITS: std::ops::RangeInclusive<usize> = 7..=15;
    let group = |at: usize| {
        let text = words.text(at);
        let plain = text.bytes().all(|b| b.is_ascii_digit()) && text.len() <= 8;
        (words.is(at, Shape::NUMBER) && plain).then_some(text.len())
    };
    let mut digits = group(start)?;
    let (mut end, mut groups, mut last) = (start + 1, 1, digits);
    loop {
        let bracket = ["(", ")", "-", "."]
            .iter()
            .any(|sign| words.is_word(end, sign));
        let at = end + usize::from(bracket && (words.glued(end + 1) || words.is_word(end, ")")));
        let Some(more) = group(at) else { break };
        digits += more;
        groups += 1;
        last = more;
        end = at + 1;
    }
    let before = start.wrapping_sub(1);
    let bracket = usize::from(words.is_word(before, "("));
    let plus = words.is_word(before, "+") && words.glued(start);
    let text = words.text(start);
    let trunk = text.starts_with('0') && (text.len() > 1 || bracket == 1);
    // "555 123 4567": groups of three and one of four are no thousands.
    let asked = Cue::Dialled.is(words.word(before.wrapping_sub(bracket))) && last != 3;
    let fits = groups > 1 && DIGITS.contains(&digits);
    (fits && (plus || trunk || asked)).then_some(end)
}

/// "Flight 93", "No. 2", "Boeing 737", "May 4", "room twelve".
fn is_labelled(words: &Words<'_>, amount: &Amount) -> bool {
    let start = amount.start;
    // The letter of "Room 715B" is no billion.
    let last = amount.end - 1;
    let letter = last > start && words.glued(last) && words.text(last).len() == 1;
    let digits = amount.form == Form::Digits || letter && words.is(amount.number, Shape::NUMBER);
    let Some(before) = start.checked_sub(1) else {
        return false;
    };
    let at = if words.is(before, Shape::ABBREVIATION) && words.is_word(before, ".")
        || words.is_word(before, "#")
    {
        before.saturating_sub(1)
    } else {
        before
    };
    if words.is_word(before, "#") {
        return true;
    }
    let word = words.word(at);
    let capital = words.is(at, Shape::CAPITAL);
    if Cue::Month.is(word) && capital && digits {
        return true;
    }
    if digits && labels(words, amount.end, at) {
        return true;
    }
    // A verb or noun of the list names the number only as it is written in names: "Flight 93", "route 66"; "block" and
    // "rule" in lower case before a spelled number do not.
    if Cue::Label.is(word) {
        let counts = noun::counted(words, amount.end, super::one::is_one(amount)).is_some();
        return digits && (capital || Cue::LabelInLowerCase.is(word))
            || !digits && !counts && Cue::LabelOfSpelled.is(word);
    }
    // "F-16", "Covid-19"
    digits
        && words.dash(before)
        && words.glued(start)
        && words.glued(before)
        && words.is(before.wrapping_sub(1), Shape::WORD)
}

/// Whether the number that ends before `end` stands in a list of labelled ones, whose label or whose joint before it stands at
/// `at`: "Units 3 and 4", "Routes 12, 13 and 15". What counts something that is named is none of them.
fn labels(words: &Words<'_>, end: usize, at: usize) -> bool {
    const MOST: usize = 6;
    let joint = |at: usize| words.hyphen(at) || Cue::Joins.is(words.word(at));
    // "Units 3 and 4, 12 men": a comma joins where the list goes on.
    let goes_on = !words.is_word(at, ",") || joint(end) && words.is(end + 1, Shape::NUMBER);
    let mut label = at;
    for _ in 0..MOST {
        let number = label.checked_sub(2).filter(|_| joint(label));
        match number.filter(|before| words.is(before + 1, Shape::NUMBER)) {
            Some(before) => label = before,
            None => break,
        }
    }
    let capital = words.is(label, Shape::CAPITAL) && Lexis::Labels.has(words.word(label));
    let named = capital || Lexis::LabelsInLowerCase.has(words.word(label));
    named && goes_on && noun::counted(words, end, false).is_none()
}

/// `4:12`, `9 p.m.`, `5 o'clock`.
fn is_clock(words: &Words<'_>, start: usize, end: usize) -> bool {
    let colon = |at: usize| words.is_word(at, ":") && words.glued(at);
    let loose = words.is_word(end, ":") && Cue::Hour.is(words.word(end + 2));
    loose
        || (colon(end) && words.glued(end + 1) && words.is(end + 1, Shape::NUMBER))
        || (start > 0
            && colon(start - 1)
            && words.glued(start)
            && words.is(start.wrapping_sub(2), Shape::NUMBER))
        || Cue::Hour.is(words.word(end))
        || (words.is_word(end, "o") && words.is_word(end + 2, "clock"))
}

/// `7-Eleven`, `24703m212`, `4K`, "Chang'e 4", "Windows 10": glued to letters or behind a capitalised word.
fn is_model(words: &Words<'_>, start: usize, end: usize) -> bool {
    let letters = words.is(end, Shape::WORD) || words.is(end, Shape::LINK);
    if letters && words.glued(end) && !words.is_word(end, "s") {
        return true;
    }
    if words.hyphen(end) && words.is(end + 1, Shape::CAPITAL) && !words.is(end + 1, Shape::NUMBER) {
        return true;
    }
    let before = start.wrapping_sub(1);
    let name = words.is(before, Shape::CAPITAL)
        && !words.opens(before)
        && !noun::is_stop(words.word(before));
    // In a headline every word is capitalised: a number counts there if anything follows that it can count.
    let title = words.is(before, Shape::CAPITAL) && words.is(end, Shape::CAPITAL);
    // "Chang'e 4": the tokeniser cuts the name at its apostrophe.
    let cut = words.glued(before) && words.is_word(before.wrapping_sub(1), "'");
    // "the 5 Freeway"
    let road = words.is_word(before, "the")
        && words.is(end, Shape::CAPITAL)
        && noun::counted(words, end, false).is_none();
    if cut || road {
        return true;
    }
    name && !title
        && noun::counted(words, end, false).is_none()
        && !closes_list(words, end)
        && !is_tolled(words, end)
}

/// "Police: 5 dead" and "Chicago 12" differ by what follows.
fn closes_list(words: &Words<'_>, end: usize) -> bool {
    words.is_word(end, ",") && words.is(end + 1, Shape::NUMBER)
}

/// "Blast Kills 12": a number before the end or a preposition after a verb in capitals.
fn is_tolled(words: &Words<'_>, end: usize) -> bool {
    Cue::State.is(words.word(end))
}

/// `3400 block of Kirkwood Highway`, `555 W. Harrison`, `12 Main Street`.
fn is_address(words: &Words<'_>, amount: &Amount) -> bool {
    let end = amount.end;
    if words.is_word(end, "block") || words.is_word(end, "blk") {
        return true;
    }
    if !words.is(end, Shape::CAPITAL) {
        return false;
    }
    (end..end + 5)
        .take_while(|at| {
            words.is(*at, Shape::CAPITAL)
                || words.is(*at, Shape::ABBREVIATION)
                || words.is(*at, Shape::NUMBER)
                || words.is(*at, Shape::POSSESSIVE)
                || words.glued(*at) && words.is(*at, Shape::WORD)
        })
        .skip(1)
        .any(|at| Cue::Street.is(words.word(at)) && words.is(at, Shape::CAPITAL))
        // "5425 U.S. 12"
        || (words.is(end, Shape::ALL_CAPS) && words.is(end, Shape::ABBREVIATION) && words.is(end + 1, Shape::NUMBER))
        || (words.text(end).len() == 1
            && words.is_word(end + 1, ".")
            && words.is(end + 2, Shape::CAPITAL))
}

/// `1979`, `2014`: four digits without a separator, unless they count something that is named.
fn is_year(words: &Words<'_>, amount: &Amount) -> bool {
    let text = words.text(amount.number);
    let year = text.len() == 4
        && (1000.0..2100.0).contains(&amount.value)
        && amount.end == amount.number + 1;
    if !year {
        // "the 1990s", "his 40s"
        return words.is_word(amount.end, "s") && words.glued(amount.end);
    }
    let before = words.before(amount.start);
    let dated = Cue::Dated.is(before) || Cue::Month.is(before);
    let decade = words.is_word(amount.end, "s") && words.glued(amount.end);
    // "In 1215 homes": of so early a year little is told.
    let counts = || noun::counted(words, amount.end, false).is_some();
    dated && (amount.value >= 1400.0 || !counts()) || decade || amount.value >= 1900.0 && !counts()
}
