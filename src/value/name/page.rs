//! A document with what is known of each of its words, and whether its capitals tell anything.

use super::capitals::{Capitals, Recent};
use super::english::{is_english, is_listed, is_listed_or_doer};
use super::lexicon::{Tags, tags_of};
use crate::document::{Document, Shape, Token, Word};
use crate::value::place::country_at;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// What the capitals of a sentence tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// A capital marks a name.
    Telling,
    /// Every word has one, as in headlines.
    Title,
    /// All letters are capitals, as in old wires.
    Upper,
    /// There are none, as in some posts.
    Lower,
}

/// A document whose words are marked.
pub(super) struct TaggedPage<'d, 's> {
    /// The document.
    pub(super) document: &'d Document<'s>,
    tags: Vec<Tags>,
    /// Words that occur both without a capital and with one, other than those the lexicon calls common.
    lower: FxHashSet<Word>,
    /// Words with a capital that stand alone before a verb as persons' family names do.
    alone: FxHashSet<Word>,
    /// Words with a capital that stand alone after "the", as those of teams do: "the Rovers won".
    articled: FxHashSet<Word>,
    wrapped: bool,
    /// Most of the text is in capitals.
    shouts: bool,
    /// Where a name or role may begin.
    openings: Vec<usize>,
    /// Whether words are of the general language: by themselves, and by their endings.
    listed: Recent<bool>,
    english: Recent<bool>,
}

impl<'d, 's> TaggedPage<'d, 's> {
    /// Marks the words of `document`.
    pub(super) fn new(document: &'d Document<'s>) -> Self {
        let capitals = Capitals::of(document);
        let mut lower = FxHashSet::default();
        let (mut lines, mut words, mut upper) = (0, 0, 0);
        let names = Recent::default();
        let mut openings = Vec::with_capacity(document.tokens.len() / TOKENS_AN_OPENING);
        let tokens = document.tokens.iter().enumerate();
        let tags: Vec<Tags> = tokens
            .map(|(at, token)| {
                lines += usize::from(token.is(Shape::NEW_LINE) && !token.is(Shape::NEW_PARAGRAPH));
                if !token.is(Shape::WORD) {
                    return Tags::default();
                }
                words += 1;
                upper += usize::from(token.is(Shape::ALL_CAPS));
                let capital = token.is(Shape::CAPITAL);
                if capital {
                    openings.push(at);
                }
                if is_part_of_name(document, at, token) {
                    return Tags::default();
                }
                let tags = if capital {
                    let tags = tags_of_capital(&names, document, token);
                    if ends_compound(document, at) {
                        tags.without(Tags::HEADS)
                    } else {
                        tags
                    }
                } else {
                    tags_of(token.word, "", false)
                };
                if !capital && !tags.any(Tags::COMMON) && capitals.may_have(token.word) {
                    lower.insert(token.word);
                }
                if !capital && tags.any(OPENING) {
                    openings.push(at);
                }
                tags
            })
            .collect();
        let (alone, articled) = standing_alone(document, &tags);
        TaggedPage {
            document,
            tags,
            lower,
            alone,
            articled,
            shouts: upper * 2 > words,
            wrapped: lines > document.sentences.len() / 2,
            openings,
            listed: Recent::default(),
            english: Recent::default(),
        }
    }

    /// Where in a sentence a name or role may begin: at capitals, and at words that begin roles and known names.
    pub(super) fn openings(&self, sentence: &Range<usize>) -> &[usize] {
        let first = |at: usize| self.openings.partition_point(|opening| *opening < at);
        let range = first(sentence.start)..first(sentence.end);
        self.openings.get(range).unwrap_or(&[])
    }

    /// What is known of the word at `at`.
    pub(super) fn tags(&self, at: usize) -> Tags {
        self.tags.get(at).copied().unwrap_or_default()
    }

    /// The token at `at`.
    pub(super) fn token(&self, at: usize) -> Option<&'d Token> {
        self.document.tokens.get(at)
    }

    /// The word at `at`.
    pub(super) fn word(&self, at: usize) -> Option<Word> {
        self.document.word(at)
    }

    /// Whether the token at `at` is there and has all flags of `shape`.
    pub(super) fn is(&self, at: usize, shape: Shape) -> bool {
        self.token(at).is_some_and(|t| t.is(shape))
    }

    /// Whether the token at `at` spells `word`.
    #[inline]
    pub(super) fn spells(&self, at: usize, word: &str) -> bool {
        self.word(at) == Some(Word::of(word))
    }

    /// Whether the word at `at` starts with a capital.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.is(at, Shape::WORD.with(Shape::CAPITAL))
    }

    /// Whether the article also has the word without a capital.
    pub(super) fn occurs_in_lower_case(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| {
            let itself = token.is(Shape::WORD)
                && !token.is(Shape::CAPITAL)
                && !self.tags(at).any(Tags::COMMON);
            itself || self.lower.contains(&token.word)
        })
    }

    /// Whether the article has the word by itself before a verb of saying or acting: "Kowalczuk said".
    pub(super) fn stands_alone_as_person(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| self.alone.contains(&word))
    }

    /// Whether the article has the word by itself after "the": "the Rovers".
    pub(super) fn is_preceded_by_article(&self, at: usize) -> bool {
        self.word(at)
            .is_some_and(|word| self.articled.contains(&word))
    }

    /// Whether the word at `at` ends a given name such as `Min-jun`, and is not one such as `-led`.
    pub(super) fn ends_asian_name(&self, at: usize) -> bool {
        let short = self
            .token(at)
            .is_some_and(|t| t.end - t.start <= 5 && t.is(Shape::WORD));
        let word = Tags::COMMON
            .with(Tags::ACT)
            .with(Tags::SAY)
            .with(Tags::KIN)
            .with(Tags::ROLE);
        let free = !self.tags(at).any(word) || self.is_second_syllable(at);
        short && !self.is_capital(at) && free
    }

    /// Whether a syllable that also is a word ends a given name at `at`: the "in" of "Moon Jae-in", but not that of a
    /// "Leeds Sit-in" and not the "to" of a "New York-to-Paris" flight.
    fn is_second_syllable(&self, at: usize) -> bool {
        const SYLLABLES: [&str; 12] = [
            "in", "an", "on", "so", "he", "no", "do", "me", "won", "sun", "young", "sang",
        ];
        let first = at.wrapping_sub(2);
        let short = self
            .token(first)
            .is_some_and(|token| token.end - token.start <= 5);
        short
            && SYLLABLES.iter().any(|word| self.spells(at, word))
            && self.is_capital(first)
            && !self.is_english_form(first)
            && self.is_capital(first.wrapping_sub(1))
            && !self.is_hyphen(at + 1)
    }

    /// Whether the token at `at` is a hyphen without spaces around it.
    pub(super) fn is_hyphen(&self, at: usize) -> bool {
        self.spells(at, "-")
            && self.is(at, Shape::GLUED)
            && self.is(at + 1, Shape::GLUED)
            && self.is(at + 1, Shape::WORD)
    }

    /// Whether the token at `at` is a hyphen or apostrophe inside a name: `Jean-Pierre`, `Ra'shad`.
    pub(super) fn is_joint(&self, at: usize) -> bool {
        self.is_hyphen(at)
            || (self.spells(at, "'")
                && self.is(at, Shape::PUNCTUATION.with(Shape::GLUED))
                && self.is(at + 1, Shape::WORD.with(Shape::GLUED)))
    }

    /// Whether the token at `at` is the full stop of the abbreviation or initial before it.
    pub(super) fn is_abbreviation_dot(&self, at: usize) -> bool {
        self.is(at, Shape::PUNCTUATION.with(Shape::ABBREVIATION))
    }

    /// Whether the word at `at` is of the general language.
    pub(super) fn is_english(&self, at: usize) -> bool {
        self.token(at)
            .is_some_and(|t| t.is(Shape::WORD) && self.tells(t, &self.listed, is_listed))
    }

    /// Whether the word at `at` is of the general language, by its ending if not by itself.
    pub(super) fn is_english_form(&self, at: usize) -> bool {
        self.token(at)
            .is_some_and(|t| t.is(Shape::WORD) && self.tells(t, &self.english, is_english))
    }

    /// What a list says of a word, which letters with accents are part of.
    fn tells(&self, token: &Token, recent: &Recent<bool>, list: impl Fn(&str) -> bool) -> bool {
        let text = self.document.text(token);
        if text.is_ascii() {
            recent.of(token.word, || list(text))
        } else {
            list(text)
        }
    }

    /// Whether three to five capitals stand at `at` that are no word and no name.
    pub(super) fn is_short_acronym(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| {
            t.is(Shape::ALL_CAPS)
                && !t.is(Shape::ABBREVIATION)
                && (3..=5).contains(&(t.end - t.start))
        }) && self.tags(at).is_empty()
            && !self.is_english_form(at)
            && country_at(self.document, at).is_none()
    }

    /// Whether a word can stand before a person's name and be none of it: "AP", "Treasurer", "Ala.", "Grandfather".
    pub(super) fn is_before_name(&self, at: usize) -> bool {
        const ENDINGS: [&str; 7] = ["ing", "tor", "ist", "goer", "rer", "aker", "ly"];
        let tags = self.tags(at);
        let Some(token) = self.token(at).filter(|t| t.is(Shape::WORD)) else {
            return false;
        };
        if self.is_joint(at + 1) {
            return false;
        }
        if self.is(at, Shape::ALL_CAPS) {
            return !self.is(at + 1, Shape::ALL_CAPS) || self.is_before_name(at + 1);
        }
        // "Little Isaiah Hale", "Young Peter Hale"
        let next = self.tags(at + 1);
        let given = next.any(Tags::GIVEN) && !next.any(Tags::NOT_IN_PERSONS);
        let surname = tags.any(Tags::SURNAME) && !(tags.any(Tags::COMMON) && given);
        if surname || tags.any(Tags::GIVEN.with(Tags::PLACE).with(Tags::OPENER)) {
            return false;
        }
        let written = self.document.text(token);
        (written.len() > 2 && self.is_abbreviation_dot(at + 1))
            || tags.any(Tags::KIN.with(Tags::HUMAN).with(Tags::COMMON))
            || self.occurs_in_lower_case(at)
            || ENDINGS.iter().any(|ending| written.ends_with(ending))
            || is_listed_or_doer(written)
    }

    /// Whether lines break within sentences, so that a line break means nothing.
    pub(super) fn wrapped(&self) -> bool {
        self.wrapped
    }

    /// Words apart by one space whatever stands between them in the text.
    pub(super) fn words(&self, tokens: Range<usize>) -> String {
        let written = self.document.slice(tokens);
        if !written.contains(['\n', '\r', '\t', '\u{a0}']) && !written.contains("  ") {
            return written.to_owned();
        }
        written.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// What the capitals of a sentence tell.
    pub(super) fn case_of(&self, sentence: &Range<usize>) -> Case {
        let (mut words, mut capitals, mut upper, mut long, mut long_capitals) = (0, 0, 0, 0, 0);
        let tokens = self.document.tokens.get(sentence.clone());
        for token in tokens.unwrap_or(&[]).iter().filter(|t| t.is(Shape::WORD)) {
            words += 1;
            let capital = token.is(Shape::CAPITAL);
            capitals += usize::from(capital);
            upper += usize::from(token.is(Shape::ALL_CAPS));
            if token.end - token.start > 3 {
                long += 1;
                long_capitals += usize::from(capital);
            }
        }
        if (words >= 4 && upper * 10 >= words * 7) || (words > 1 && upper == words && self.shouts) {
            return Case::Upper;
        }
        let stopped = self.spells(sentence.end.saturating_sub(1), ".");
        if words >= 5 && capitals == words && !stopped {
            return Case::Title;
        }
        if words >= 4
            && long >= 3
            && long_capitals * 10 >= long * 8
            && self.is_capital(sentence.start)
            && self.is_title(sentence, capitals)
        {
            return Case::Title;
        }
        if words >= 5 && capitals == 0 {
            return Case::Lower;
        }
        Case::Telling
    }

    /// Whether a sentence of which most long words have a capital, `capitals` in all, is a headline.
    fn is_title(&self, sentence: &Range<usize>, capitals: usize) -> bool {
        let content = |at: &usize| {
            let Some(token) = self.token(*at) else {
                return false;
            };
            token.is(Shape::WORD)
                && !token.shape.any(Shape::CAPITAL.with(Shape::GLUED))
                && token.end - token.start > 2
                && !self.tags(*at).any(Tags::FUNCTION)
        };
        let lower = sentence.clone().filter(content).count();
        lower * 6 <= capitals
            // A headline has no full stop: "Foreign Minister Ann Lee addressed the Human Rights Council." is a sentence.
            && (lower == 0 || !self.document.slice(sentence.clone()).ends_with('.'))
            && (sentence.start + 1..sentence.end).any(|at| self.needs_no_capital(at))
    }

    /// Whether a capital stands at a word of the general language that is not often part of a name.
    fn needs_no_capital(&self, at: usize) -> bool {
        let tags = self.tags(at);
        let long = self.token(at).is_some_and(|t| t.end - t.start > 3);
        if !long || !self.is_capital(at) {
            return false;
        }
        let named = Tags::ROLE
            .with(Tags::ORGANISATION)
            .with(Tags::BODY)
            .with(Tags::PLACE)
            .with(Tags::GIVEN)
            .with(Tags::SURNAME)
            .with(Tags::CALENDAR);
        !tags.any(named)
            && (tags.any(Tags::COMMON.with(Tags::ACT).with(Tags::SAY))
                || self.occurs_in_lower_case(at)
                || self.is_english(at))
    }
}

/// About how many tokens an article has for each place where a name may begin.
const TOKENS_AN_OPENING: usize = 4;

/// What a word without a capital is with which a role or name may begin.
const OPENING: Tags = Tags::ROLE.with(Tags::MODIFIER).with(Tags::KNOWN);

/// What is known of a word with a capital.
fn tags_of_capital(names: &Recent<Tags>, document: &Document<'_>, token: &Token) -> Tags {
    let text = document.text(token);
    let tags = || tags_of(token.word, text, true);
    // The letters of "McNamara" tell a name by their case.
    if text.starts_with("Mc") {
        tags()
    } else {
        names.of(token.word, tags)
    }
}

/// Whether the word at `at` is the initial "A.", which is no article, or stands beside the apostrophe of a name: the "an" of
/// "Stef'an", the "De" of "De'Andre", the "A" of "A'ja".
fn is_part_of_name(document: &Document<'_>, at: usize, token: &Token) -> bool {
    let sign = |at: usize| document.tokens.get(at).filter(|t| t.is(Shape::PUNCTUATION));
    let apostrophe =
        |at: usize| sign(at).is_some_and(|t| t.is(Shape::GLUED) && t.word == Word::of("'"));
    let glued = |at: usize| document.is_shaped(at, Shape::GLUED);
    let capital = |at: usize| {
        document
            .tokens
            .get(at)
            .is_some_and(|t| t.is(Shape::CAPITAL))
    };
    let opens = token.is(Shape::CAPITAL) && apostrophe(at + 1) && glued(at + 2);
    let closes = token.is(Shape::GLUED)
        && at.checked_sub(1).is_some_and(apostrophe)
        && (token.is(Shape::CAPITAL) || at.checked_sub(2).is_some_and(capital));
    if token.end - token.start == 1 && token.is(Shape::CAPITAL) {
        return opens || sign(at + 1).is_some_and(|dot| dot.is(Shape::ABBREVIATION));
    }
    opens || closes
}

/// Whether a word with a capital is the second half of a compound name, which is no street, lake or bank: "Ann Parker-Hill".
fn ends_compound(document: &Document<'_>, at: usize) -> bool {
    let Some(first) = at.checked_sub(2) else {
        return false;
    };
    let half = Shape::WORD.with(Shape::CAPITAL);
    document.is_shaped(at, Shape::GLUED)
        && document.is_shaped(at - 1, Shape::GLUED)
        && document.word(at - 1) == Some(Word::of("-"))
        && document.is_shaped(first, half)
        && document
            .tokens
            .get(first)
            .is_some_and(|t| t.end - t.start > 3)
}

/// Words with a capital that stand alone before a verb, and those that do so after "the".
fn standing_alone(document: &Document<'_>, tags: &[Tags]) -> (FxHashSet<Word>, FxHashSet<Word>) {
    let capital = |token: &Token| token.is(Shape::WORD.with(Shape::CAPITAL));
    let (mut alone, mut articled) = (FxHashSet::default(), FxHashSet::default());
    for (at, three) in document.tokens.windows(3).enumerate() {
        let [before, token, after] = three else {
            continue;
        };
        if !capital(token) || capital(after) {
            continue;
        }
        let known = |at: usize| tags.get(at).copied().unwrap_or_default();
        // "the Brunner family", "the Brunner shooting": of somebody called so, where "the Rovers" is a team.
        let somebody = Tags::FATE.with(Tags::HOLDING).with(Tags::HUMAN);
        if before.word == Word::of("the") && !known(at + 2).any(somebody.with(Tags::KIN)) {
            articled.insert(token.word);
        }
        if capital(before) || !after.is(Shape::WORD) {
            continue;
        }
        let acts = known(at + 2).any(Tags::SAY.with(Tags::ACT));
        if acts && !known(at + 1).any(Tags::COMMON) && before.word != Word::of("the") {
            alone.insert(token.word);
        }
    }
    (alone, articled)
}
