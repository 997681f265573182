//! A rule file as it is written, each text with its place, so that a mistake inside a pattern can be shown.
//!
//! Here belongs how a file is read, whatever it may say: `json.rs` reads it as JSON.

pub(super) mod json;

use json::{Data, Text, Tree};
use std::borrow::Cow;

/// In place of a noun that numbers are of (`counts`): a number may stand alone, with its noun nowhere near.
pub const ALONE: &str = "#";

/// A rule file.
#[derive(Debug, Default)]
pub(super) struct File<'f> {
    pub(super) id: Text<'f>,
    pub(super) title: Cow<'f, str>,
    pub(super) uses: Vec<Text<'f>>,
    pub(super) words: Vec<(Text<'f>, Vec<Text<'f>>)>,
    pub(super) names: Vec<NameFile<'f>>,
    pub(super) event: Option<EventFile<'f>>,
    pub(super) cues: Vec<(Text<'f>, Vec<Text<'f>>)>,
    pub(super) claims: Vec<ClaimFile<'f>>,
}

impl File<'_> {
    /// Whether a claim's patterns can say nothing in an article that does not tell of the file's event: what they find there
    /// belongs to no event, and no claim that stands without one has to know of it.
    pub(super) fn awaits_event(&self, claim: &ClaimFile<'_>) -> bool {
        let is_bound = |claim: &ClaimFile<'_>| claim.bound_to != BoundTo::Article;
        let is_named = |other: &ClaimFile<'_>| {
            let mut named = other.other_than.iter().chain(&other.of_one);
            named.any(|name| name.text == claim.id.text)
        };
        let free = || self.claims.iter().filter(|other| !is_bound(other));
        self.event.is_some() && is_bound(claim) && !free().any(is_named)
    }
}

/// A name that the file makes known, with other names for the same thing.
#[derive(Clone, Debug)]
pub(super) struct NameFile<'f> {
    pub(super) name: Text<'f>,
    pub(super) kind: Text<'f>,
    pub(super) also: Vec<Text<'f>>,
}

/// The happening that a file's claims are about.
#[derive(Debug, Default)]
pub(super) struct EventFile<'f> {
    pub(super) seen_by: Vec<Text<'f>>,
    pub(super) also_by: Vec<Text<'f>>,
    pub(super) unless: Vec<Text<'f>>,
    pub(super) told_apart_by: Vec<Text<'f>>,
    pub(super) new_one_after: Vec<Text<'f>>,
}

/// A claim: a question, how its answer is found, compared and weighed, and its tests.
#[derive(Debug, Default)]
pub(super) struct ClaimFile<'f> {
    pub(super) id: Text<'f>,
    pub(super) ask: Cow<'f, str>,
    pub(super) value: Option<Text<'f>>,
    pub(super) choices: Vec<(Text<'f>, Vec<Text<'f>>)>,
    pub(super) how_many: HowMany,
    pub(super) from: AnswersFrom,
    pub(super) find: Vec<Text<'f>>,
    pub(super) unless: Vec<Text<'f>>,
    pub(super) doubt: Vec<Text<'f>>,
    /// `None`: the key is not there.
    pub(super) today_unless: Option<Vec<Text<'f>>>,
    pub(super) today_if: Vec<Text<'f>>,
    pub(super) per: Option<Text<'f>>,
    pub(super) counts: Vec<Text<'f>>,
    pub(super) other_than: Vec<Text<'f>>,
    pub(super) of_one: Vec<Text<'f>>,
    pub(super) bound_to: BoundTo,
    pub(super) plans: bool,
    pub(super) unnamed: bool,
    pub(super) compare: Option<CompareFile<'f>>,
    pub(super) on: Vec<(Text<'f>, Text<'f>)>,
    pub(super) tests: Vec<TestFile<'f>>,
    /// Whether a key that says what the claim reads is there and cannot be understood; that was told already.
    pub(super) is_spoilt: bool,
}

/// Whether a claim has one true answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HowMany {
    /// Two different values cannot both be true.
    #[default]
    One,
    /// A list: absence says nothing.
    Many,
}

impl HowMany {
    /// Each with its name in rule files.
    pub const ALL: [(&'static str, HowMany); 2] = [("one", HowMany::One), ("many", HowMany::Many)];
}

/// Where the answers of a claim come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AnswersFrom {
    /// Its patterns.
    #[default]
    Patterns,
    /// Statements of two articles that say the same, one with another value of the claim's kind.
    Values,
    /// What two articles say of one thing in other words, with another value of the claim's kind.
    Retold,
    /// Statements that say the same, of which one is negated, denied or called false.
    Polarity,
    /// Such statements of which one says the opposite: rose, fell.
    Opposites,
    /// Words that exclude each other (the east bank, the western bank), told of the same thing in whatever words.
    Contrasts,
    /// Who did something and to whom, told the other way round.
    Reversals,
    /// Who did what one alone does.
    Doers,
    /// How many there are in all of one kind.
    Wholes,
    /// Words in quotation marks that two articles share: who said them.
    Quotations,
    /// Words in quotation marks of one speaker, of which one differs.
    Words,
    /// Words that stand in one place of two versions of a sentence and say two things.
    Rewordings,
    /// Names that differ by a letter.
    Spellings,
    /// What two articles say that somebody, or a body, is whom both name.
    Roles,
    /// What they say that such a one was.
    FormerRoles,
    /// One office of one body that two articles give to two people.
    Holders,
    /// People, bodies or places that both articles name in full, of which neither says what they are.
    Names,
    /// Stretches of words that two articles share, or that say the same.
    Passages,
    /// What is said of the only one of a kind whom an article tells of: how old the boy, the driver is.
    Described,
    /// The headline and the first sentences: who, where, when or what, by the kind of the claim's value.
    Lead,
}

impl AnswersFrom {
    /// Every source of answers with its name in rule files.
    pub const ALL: [(&'static str, AnswersFrom); 20] = [
        ("patterns", AnswersFrom::Patterns),
        ("values", AnswersFrom::Values),
        ("retold", AnswersFrom::Retold),
        ("polarity", AnswersFrom::Polarity),
        ("opposites", AnswersFrom::Opposites),
        ("contrasts", AnswersFrom::Contrasts),
        ("reversals", AnswersFrom::Reversals),
        ("doers", AnswersFrom::Doers),
        ("wholes", AnswersFrom::Wholes),
        ("quotations", AnswersFrom::Quotations),
        ("words", AnswersFrom::Words),
        ("rewordings", AnswersFrom::Rewordings),
        ("spellings", AnswersFrom::Spellings),
        ("roles", AnswersFrom::Roles),
        ("former-roles", AnswersFrom::FormerRoles),
        ("holders", AnswersFrom::Holders),
        ("names", AnswersFrom::Names),
        ("passages", AnswersFrom::Passages),
        ("described", AnswersFrom::Described),
        ("lead", AnswersFrom::Lead),
    ];

    /// Whether statements are compared and no value in them.
    pub(super) fn is_yes_or_no(self) -> bool {
        matches!(
            self,
            AnswersFrom::Polarity
                | AnswersFrom::Opposites
                | AnswersFrom::Contrasts
                | AnswersFrom::Reversals
                | AnswersFrom::Words
                | AnswersFrom::Rewordings
                | AnswersFrom::Spellings
        )
    }
}

/// What a claim belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BoundTo {
    /// The event of the sentence, else of the sentence before.
    #[default]
    Event,
    /// The event of the same sentence: without one there is no claim.
    EventInSentence,
    /// The article as a whole, whatever events it tells of.
    Article,
}

impl BoundTo {
    /// Each with its name in rule files.
    pub const ALL: [(&'static str, BoundTo); 3] = [
        ("event", BoundTo::Event),
        ("event-in-sentence", BoundTo::EventInSentence),
        ("article", BoundTo::Article),
    ];
}

/// How two values are compared.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "they are the flags of the file, each by itself"
)]
pub(super) struct CompareFile<'f> {
    pub(super) by: Text<'f>,
    pub(super) tolerance: Option<f64>,
    pub(super) broader: Vec<(Text<'f>, Vec<Text<'f>>)>,
    pub(super) unclear: Vec<(Text<'f>, Text<'f>)>,
    pub(super) strict: bool,
    pub(super) exact: bool,
    pub(super) growing: bool,
    pub(super) passing: bool,
    pub(super) same_speaker: bool,
    /// Whether one article's value given to the other article's second event is a conflict.
    pub(super) merging: bool,
}

/// A test of a claim: one text and what it gives, or two and how they compare.
#[derive(Debug)]
pub(super) struct TestFile<'f> {
    /// Where it stands.
    pub(super) offset: usize,
    pub(super) sentence: Option<Text<'f>>,
    /// What is to be read, if the test says.
    pub(super) get: Option<Get<'f>>,
    pub(super) a: Option<Text<'f>>,
    pub(super) b: Option<Text<'f>>,
    pub(super) verdict: Option<Get<'f>>,
    pub(super) published: Option<Text<'f>>,
}

/// What a test says is to be read.
#[derive(Clone, Debug)]
pub(super) enum Get<'f> {
    /// This.
    Value(Text<'f>),
    /// `null`: nothing.
    Nothing,
}

/// What a tree says, as far as it can be understood.
pub(super) fn file<'f>(tree: &Tree<'f>) -> File<'f> {
    File {
        id: text(tree, "id").unwrap_or_default(),
        title: string(tree, "title"),
        uses: texts(tree.get("use")),
        words: lists(tree.get("words")),
        names: items(tree, "names").filter_map(name).collect(),
        event: tree.get("event").map(|event| EventFile {
            seen_by: texts(event.get("seen-by")),
            also_by: texts(event.get("also-by")),
            unless: texts(event.get("unless")),
            told_apart_by: texts(event.get("told-apart-by")),
            new_one_after: texts(event.get("new-one-after")),
        }),
        cues: lists(tree.get("cues")),
        claims: items(tree, "claims").map(claim).collect(),
    }
}

fn name<'f>(tree: &Tree<'f>) -> Option<NameFile<'f>> {
    Some(NameFile {
        name: text(tree, "name")?,
        kind: text(tree, "kind")?,
        also: texts(tree.get("also")),
    })
}

fn claim<'f>(tree: &Tree<'f>) -> ClaimFile<'f> {
    let missing = Text {
        offset: tree.offset,
        ..Text::default()
    };
    ClaimFile {
        id: text(tree, "id").unwrap_or(missing),
        ask: string(tree, "ask"),
        value: text(tree, "value"),
        choices: lists(tree.get("choices")),
        how_many: named(tree, "how-many", &HowMany::ALL),
        from: named(tree, "from", &AnswersFrom::ALL),
        find: texts(tree.get("find")),
        unless: texts(tree.get("unless")),
        doubt: texts(tree.get("doubt")),
        today_unless: tree.get("today-unless").map(|list| texts(Some(list))),
        today_if: texts(tree.get("today-if")),
        per: text(tree, "per"),
        counts: texts(tree.get("counts")),
        other_than: texts(tree.get("other-than")),
        of_one: texts(tree.get("of-one")),
        bound_to: named(tree, "bound-to", &BoundTo::ALL),
        plans: flag(tree, "plans"),
        unnamed: flag(tree, "unnamed"),
        compare: tree.get("compare").and_then(compare),
        on: tree
            .get("on")
            .map_or(&[][..], Tree::entries)
            .iter()
            .filter_map(|(verdict, weight)| Some((verdict.clone(), weight.text()?.clone())))
            .collect(),
        tests: items(tree, "tests").map(test).collect(),
        is_spoilt: [
            ("value", "a text"),
            ("choices", "an object { }"),
            ("find", "a list [ ]"),
        ]
        .into_iter()
        .any(|(key, noun)| tree.get(key).is_some_and(|t| t.noun() != noun)),
    }
}

fn compare<'f>(tree: &Tree<'f>) -> Option<CompareFile<'f>> {
    let pair = |tree: &Tree<'f>| match texts(Some(tree)).as_slice() {
        [a, b] => Some((a.clone(), b.clone())),
        _ => None,
    };
    Some(CompareFile {
        by: text(tree, "as")?,
        tolerance: match tree.get("tolerance").map(|t| &t.data) {
            Some(Data::Number(number)) => Some(*number),
            _ => None,
        },
        broader: lists(tree.get("broader")),
        unclear: items(tree, "unclear").filter_map(pair).collect(),
        strict: flag(tree, "strict"),
        exact: flag(tree, "exact"),
        growing: flag(tree, "growing"),
        passing: flag(tree, "passing"),
        same_speaker: flag(tree, "same-speaker"),
        merging: text(tree, "merging").is_some_and(|t| t.text == "conflict"),
    })
}

fn flag(tree: &Tree<'_>, key: &str) -> bool {
    matches!(tree.get(key).map(|t| &t.data), Some(Data::Flag(true)))
}

fn test<'f>(tree: &Tree<'f>) -> TestFile<'f> {
    TestFile {
        offset: tree.offset,
        sentence: text(tree, "in"),
        get: wanted(tree, "get"),
        a: text(tree, "a"),
        b: text(tree, "b"),
        verdict: wanted(tree, "verdict"),
        published: text(tree, "published"),
    }
}

/// What a test wants under `key`: a text, or with `null` nothing.
fn wanted<'f>(tree: &Tree<'f>, key: &str) -> Option<Get<'f>> {
    let value = tree.get(key)?;
    Some(value.text().cloned().map_or(Get::Nothing, Get::Value))
}

fn text<'f>(tree: &Tree<'f>, key: &str) -> Option<Text<'f>> {
    tree.get(key)?.text().cloned()
}

fn string<'f>(tree: &Tree<'f>, key: &str) -> Cow<'f, str> {
    text(tree, key).unwrap_or_default().text
}

/// Which of these the text under `key` names; the usual one where it names none.
fn named<T: Copy + Default>(tree: &Tree<'_>, key: &str, all: &[(&str, T)]) -> T {
    let text = text(tree, key).unwrap_or_default();
    let found = all.iter().find(|(name, _)| *name == text.text);
    found.map_or_else(T::default, |(_, found)| *found)
}

fn items<'t, 'f>(tree: &'t Tree<'f>, key: &str) -> impl Iterator<Item = &'t Tree<'f>> {
    tree.get(key).map_or(&[][..], Tree::items).iter()
}

fn texts<'f>(tree: Option<&Tree<'f>>) -> Vec<Text<'f>> {
    let items = tree.map_or(&[][..], Tree::items);
    items.iter().filter_map(|t| t.text().cloned()).collect()
}

fn lists<'f>(tree: Option<&Tree<'f>>) -> Vec<(Text<'f>, Vec<Text<'f>>)> {
    let entries = tree.map_or(&[][..], Tree::entries);
    entries
        .iter()
        .map(|(key, list)| (key.clone(), texts(Some(list))))
        .collect()
}
