//! What an article is about: the names, people, places, words, phrases, amounts and days by which it can be told from an
//! article about something else.
//!
//! A profile is sorted lists of hashed words, so that laying two side by side is one walk along both, whatever the order.

use super::Account;
use crate::document::{Document, RAREST, Region, Sentence, Shape, Word, rarity};
use crate::mention::Mention;
use crate::value::{Grain, Kind, Name, Quantity, Time, Value};
use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// So many sentences of an article say what tells it from others.
const LEAD: usize = 3;
/// How much more often a name of the lead counts.
const IN_LEAD: f32 = 1.7;
/// What a word of the lead tells, by its rarity.
const TELLS: [f32; RAREST as usize + 1] = [0.0, 0.0, 0.0, 0.15, 0.4, 0.8, 1.3];
/// What a name of the lead tells; a name that is spelled like a common word, of what the word tells; a country.
const NAME_TELLS: f32 = 3.0;
const COMMON_NAME_TELLS: f32 = 2.1;
const COUNTRY_TELLS: f32 = 1.0;
/// A phrase of three words counts if two of them are this rare, and one of the two is no name.
const PHRASE_RARITY: u8 = 3;

/// Words with weights, sorted by word, each once.
#[derive(Clone, Debug, Default)]
pub struct Bag(Vec<(Word, f32)>);

impl Bag {
    fn new(weights: FxHashMap<Word, f32>) -> Self {
        let mut words: Vec<(Word, f32)> = weights.into_iter().collect();
        words.sort_unstable_by_key(|(word, _)| *word);
        Bag(words)
    }

    /// How alike two bags are, from 0 to 1: the cosine of the angle between them; `None` if one is empty.
    /// The words of `spelt` count as one, the first of this bag and the second of the other.
    pub fn likeness(&self, other: &Bag, spelt: &[(Word, Word)]) -> Option<f32> {
        let lengths = self.length() * other.length();
        if lengths == 0.0 {
            return None;
        }
        let mut rest = other.0.as_slice();
        let mut sum = 0.0;
        for (word, weight) in &self.0 {
            let skip = rest.partition_point(|(w, _)| w < word);
            rest = rest.get(skip..).unwrap_or(&[]);
            if let Some((found, their)) = rest.first()
                && found == word
            {
                sum += weight * their;
            }
        }
        for (ours, theirs) in spelt {
            sum += self.weight(*ours) * other.weight(*theirs);
        }
        Some(sum / lengths)
    }

    fn weight(&self, word: Word) -> f32 {
        let at = self.0.binary_search_by_key(&word, |(word, _)| *word);
        let found = at.ok().and_then(|at| self.0.get(at));
        found.map_or(0.0, |(_, weight)| *weight)
    }

    fn length(&self) -> f32 {
        self.0.iter().map(|(_, w)| w * w).sum::<f32>().sqrt()
    }
}

/// What an article is about.
#[derive(Clone, Debug)]
pub struct Profile<'a> {
    /// Names of every kind word by word, by how often they stand in the article; countries and common words left out.
    pub names: Bag,
    /// Family names, by how often somebody is named.
    pub people: Bag,
    /// Places, each by its narrowest part.
    pub places: Bag,
    /// Words and names of the headline and the first sentences.
    pub lead: Bag,
    /// How often anybody is named.
    pub named: f32,
    /// Everybody by the name that the article gives, each name once.
    pub named_people: Vec<Person<'a>>,
    /// The family name that stands most often.
    pub first_person: Option<Word>,
    /// Phrases of three words that are not common ones throughout, sorted.
    pub phrases: Vec<[Word; 3]>,
    /// What is counted or measured, with every number given for it, sorted.
    pub amounts: Vec<((Kind, Word), Vec<Amount>)>,
    /// The years named in figures, sorted.
    pub years: Vec<i16>,
    /// The days of the week that the lead names, Monday to Sunday as bits.
    pub weekdays: u8,
    /// The day of the article.
    pub day: Option<Date>,
    /// The days that the article names or points to, sorted.
    pub days: Vec<Date>,
    /// How many words it has.
    pub length: usize,
    vocabulary: FxHashSet<Word>,
}

/// Somebody named in an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Person<'a> {
    /// The whole name, as far as the article tells it.
    pub name: &'a str,
    /// What the article says that the bearer is.
    pub role: Option<&'a str>,
}

/// A number, or both numbers of a score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount(pub f64, pub f64);

/// How a word stands in an article.
#[derive(Default)]
struct Uses {
    all: u16,
    /// Within a sentence, where a capital means a name; and there in lower case.
    capital: u16,
    lower: u16,
    lead: bool,
}

impl<'a> Profile<'a> {
    /// The profile of an article.
    pub fn of(account: &'a Account<'_>) -> Self {
        let document = &account.document;
        let lead = lead(document);
        let uses = uses(document, &lead);
        let said = Said::of(document, &account.mentions);
        let is_name = |word: Word, of: &Uses| {
            !said.no_names.contains(&word)
                && (of.capital > of.lower || of.capital + of.lower == 0 && rarity(word) == RAREST)
        };
        let names = uses.iter().filter(|(word, of)| {
            rarity(**word) == RAREST && is_name(**word, of) && !said.countries.contains(word)
        });
        let emphasis = |of: &Uses| if of.lead { IN_LEAD } else { 1.0 };
        let names = names.map(|(word, of)| (*word, f32::from(of.all) * emphasis(of)));
        let in_lead = |m: &&Mention| lead.iter().any(|tokens| tokens.contains(&m.tokens.start));
        let lead_mentions = account.mentions.iter().filter(in_lead);
        Profile {
            names: Bag::new(names.collect()),
            lead: lead_bag(document, &lead, &uses, &said, is_name),
            phrases: phrases(document),
            years: years(document),
            weekdays: lead_mentions
                .filter_map(weekday)
                .fold(0, |set, day| set | 1 << day),
            day: account
                .published
                .or_else(|| day_in(&account.mentions, &lead)),
            days: days(&account.mentions),
            length: uses.values().map(|of| usize::from(of.all)).sum(),
            vocabulary: uses.into_keys().collect(),
            first_person: said.first_person,
            named: said.people.values().sum(),
            people: Bag::new(said.people),
            named_people: named_people(&account.mentions),
            places: Bag::new(said.places),
            amounts: said.amounts,
        }
    }

    /// Whether the word stands anywhere in the article.
    pub fn has(&self, word: Word) -> bool {
        self.vocabulary.contains(&word)
    }
}

/// Whether a sentence is part of what the article tells.
fn tells(region: Region) -> bool {
    !matches!(
        region,
        Region::Boilerplate | Region::Caption | Region::Signature
    )
}

/// The sentences that say what the article is about.
fn lead(document: &Document<'_>) -> Vec<Range<usize>> {
    let lead = document.lead(LEAD);
    let heads = |s: &Sentence| matches!(s.region, Region::Headline | Region::Dateline);
    let told = document.sentences.iter().filter(|s| tells(s.region));
    told.filter(|s| heads(s) || lead.contains(&s.tokens.start))
        .map(|s| s.tokens.clone())
        .collect()
}

fn uses(document: &Document<'_>, lead: &[Range<usize>]) -> FxHashMap<Word, Uses> {
    let mut uses: FxHashMap<Word, Uses> = FxHashMap::default();
    for sentence in document.sentences.iter().filter(|s| tells(s.region)) {
        let in_lead = lead.contains(&sentence.tokens);
        let tokens = document.tokens.get(sentence.tokens.clone()).unwrap_or(&[]);
        let words = || {
            tokens
                .iter()
                .filter(|t| t.is(Shape::WORD) && !t.is(Shape::POSSESSIVE))
        };
        let capitals = words().filter(|t| t.is(Shape::CAPITAL)).count();
        // In a headline of capitals a capital says nothing.
        let telling = 5 * capitals <= 3 * words().count();
        for (at, token) in words().enumerate() {
            let of = uses.entry(token.word).or_default();
            of.all = of.all.saturating_add(1);
            of.lead |= in_lead;
            if at > 0 && telling {
                let count = if token.is(Shape::CAPITAL) {
                    &mut of.capital
                } else {
                    &mut of.lower
                };
                *count = count.saturating_add(1);
            }
        }
    }
    uses
}

/// What the typed values of an article say.
#[derive(Default)]
struct Said {
    people: FxHashMap<Word, f32>,
    first_person: Option<Word>,
    places: FxHashMap<Word, f32>,
    amounts: Vec<((Kind, Word), Vec<Amount>)>,
    /// The words of countries' names; those of days and times.
    countries: FxHashSet<Word>,
    no_names: FxHashSet<Word>,
}

impl Said {
    fn of(document: &Document<'_>, mentions: &[Mention]) -> Self {
        let mut said = Said::default();
        let mut people: Vec<(Word, u16)> = Vec::new();
        for mention in mentions {
            let words = || mention.tokens.clone().filter_map(|at| document.word(at));
            match &mention.value {
                Value::Name(name) => match (name.kind, keyword(name)) {
                    (Kind::Person, Some(family)) => {
                        match people.iter_mut().find(|(known, _)| *known == family) {
                            Some((_, count)) => *count = count.saturating_add(1),
                            None => people.push((family, 1)),
                        }
                    }
                    (Kind::Place, Some(place)) => *said.places.entry(place).or_default() += 1.0,
                    (Kind::Country, _) => said.countries.extend(words()),
                    _ => {}
                },
                Value::Quantity(quantity) => said.amounts.extend(amount(quantity)),
                Value::Time(_) => said.no_names.extend(words()),
                Value::Choice(_) | Value::Text(_) => {}
            }
        }
        // Of two named equally often, the one named first.
        said.first_person = people
            .iter()
            .rev()
            .max_by_key(|(_, count)| *count)
            .map(|(family, _)| *family);
        said.people = people
            .into_iter()
            .map(|(family, n)| (family, f32::from(n)))
            .collect();
        said.amounts.sort_by_key(|(what, _)| *what);
        said.amounts.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1.append(&mut next.1);
            }
            same
        });
        said
    }
}

fn named_people(mentions: &[Mention]) -> Vec<Person<'_>> {
    let mut people: Vec<Person<'_>> = Vec::new();
    for mention in mentions {
        let Value::Name(value) = &mention.value else {
            continue;
        };
        let name = value.name.as_deref();
        let Some(name) = name.filter(|_| value.kind == Kind::Person) else {
            continue;
        };
        let role = value.role.as_deref();
        match people.iter_mut().find(|person| person.name == name) {
            Some(known) => known.role = known.role.or(role),
            None => people.push(Person { name, role }),
        }
    }
    people
}

/// By what a name is known again: a person's family name, a place's narrowest part.
fn keyword(name: &Name) -> Option<Word> {
    let full = name.name.as_deref()?;
    Some(match name.kind {
        Kind::Person => Word::new(full.rsplit(' ').next().unwrap_or(full)),
        _ => Word::new(name.parts.first().map_or(full, String::as_str)),
    })
}

fn amount(quantity: &Quantity) -> Option<((Kind, Word), Vec<Amount>)> {
    let noun = quantity
        .noun
        .as_deref()
        .or(quantity.unit.as_deref())
        .unwrap_or("");
    let head = noun.rsplit(' ').next().unwrap_or(noun);
    let number = quantity.nominal.or(quantity.low)?;
    let (what, amount) = if quantity.kind == Kind::Score {
        (Word::EMPTY, Amount(number, quantity.high.unwrap_or(number)))
    } else {
        (Word::new(singular(head)), Amount(number, number))
    };
    Some(((quantity.kind, what), vec![amount]))
}

/// A noun without the `s` of the plural; "glass" and "bus" keep theirs.
fn singular(noun: &str) -> &str {
    let stem = noun.strip_suffix('s').filter(|stem| stem.len() > 3);
    stem.filter(|stem| !stem.ends_with(['s', 'u', 'i']))
        .unwrap_or(noun)
}

/// What the lead says, each word by what it tells and how often it stands there.
fn lead_bag(
    document: &Document<'_>,
    lead: &[Range<usize>],
    uses: &FxHashMap<Word, Uses>,
    said: &Said,
    is_name: impl Fn(Word, &Uses) -> bool,
) -> Bag {
    let mut bag: FxHashMap<Word, f32> = FxHashMap::default();
    for token in lead
        .iter()
        .flat_map(|range| document.tokens.get(range.clone()).unwrap_or(&[]))
    {
        if said.no_names.contains(&token.word) {
            continue;
        }
        let text = document.text(token);
        if token.is(Shape::NUMBER) {
            let figures = text.bytes().filter(u8::is_ascii_digit).count();
            if figures > 2 && year(text).is_none() {
                bag.insert(token.word, 1.0);
            }
            continue;
        }
        if !token.is(Shape::WORD) || text.len() < 3 {
            continue;
        }
        let word = Word::new(singular(text));
        let rarity = rarity(token.word).min(rarity(word));
        let told = TELLS.get(usize::from(rarity)).copied().unwrap_or(0.0);
        let named = uses
            .get(&token.word)
            .is_some_and(|of| is_name(token.word, of));
        let tells = match named {
            true if said.countries.contains(&token.word) => COUNTRY_TELLS,
            true if rarity == RAREST => NAME_TELLS,
            true => told * COMMON_NAME_TELLS,
            false => told,
        };
        if tells > 0.0 {
            let times = uses.get(&token.word).map_or(1, |of| of.all.max(1));
            bag.insert(word, tells * (1.0 + f32::from(times).ln()));
        }
    }
    Bag::new(bag)
}

/// The phrases of three words that tell: two accounts of one event often share a clause of the wire's or of a witness's.
fn phrases(document: &Document<'_>) -> Vec<[Word; 3]> {
    let telling = document.sentences.iter().filter(|s| tells(s.region));
    let mut phrases = Vec::new();
    for sentence in telling {
        let tokens = document.tokens.get(sentence.tokens.clone()).unwrap_or(&[]);
        let words: Vec<(Word, bool, bool)> = tokens
            .iter()
            .filter(|t| t.shape.any(Shape::WORD.with(Shape::NUMBER)) && !t.is(Shape::POSSESSIVE))
            .map(|t| {
                (
                    t.word,
                    rarity(t.word) >= PHRASE_RARITY,
                    t.shape.any(Shape::CAPITAL.with(Shape::NUMBER)),
                )
            })
            .collect();
        for three in words.windows(3) {
            let rare = three.iter().filter(|(_, rare, _)| *rare).count();
            let plain = three.iter().any(|(_, rare, marked)| *rare && !marked);
            if let ([a, b, c], true) = (three, rare > 1 && plain) {
                phrases.push([a.0, b.0, c.0]);
            }
        }
    }
    phrases.sort_unstable();
    phrases.dedup();
    phrases
}

/// A year of the last century or this one.
fn year(text: &str) -> Option<i16> {
    let number: i16 = text.parse().ok().filter(|_| text.len() == 4)?;
    (1900..2100).contains(&number).then_some(number)
}

fn years(document: &Document<'_>) -> Vec<i16> {
    let telling = document.sentences.iter().filter(|s| tells(s.region));
    let tokens = telling.flat_map(|s| document.tokens.get(s.tokens.clone()).unwrap_or(&[]));
    let numbers = tokens.filter(|t| t.is(Shape::NUMBER));
    let mut years: Vec<i16> = numbers.filter_map(|t| year(document.text(t))).collect();
    years.sort_unstable();
    years.dedup();
    years
}

/// The day of the week that a mention names, from Monday as 0.
fn weekday(mention: &Mention) -> Option<i8> {
    let Value::Time(time) = &mention.value else {
        return None;
    };
    if let Some(day) = single_day(time) {
        return Some(day.weekday().to_monday_zero_offset());
    }
    let number = time
        .timex
        .strip_prefix("XXXX-WXX-")?
        .get(..1)?
        .parse::<i8>()
        .ok()?;
    (1..=7).contains(&number).then_some(number - 1)
}

fn single_day(time: &Time) -> Option<Date> {
    let day = time.from.filter(|from| time.to == Some(*from))?;
    matches!(time.kind, Kind::Date | Kind::Time)
        .then_some(day)
        .filter(|_| time.grain != Grain::Vague)
}

/// Every single day that the article tells of.
fn days(mentions: &[Mention]) -> Vec<Date> {
    let times = mentions.iter().filter_map(|m| match &m.value {
        Value::Time(time) => single_day(time),
        _ => None,
    });
    let mut days: Vec<Date> = times.collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// The last full date of the lead, where nothing tells the day of publication.
fn day_in(mentions: &[Mention], lead: &[Range<usize>]) -> Option<Date> {
    let in_lead = |m: &&Mention| lead.iter().any(|tokens| tokens.contains(&m.tokens.start));
    let days = mentions
        .iter()
        .filter(in_lead)
        .filter_map(|m| match &m.value {
            Value::Time(time) => single_day(time),
            _ => None,
        });
    days.max()
}
