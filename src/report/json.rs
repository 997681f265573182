//! The JSON contract: what `mentions`, `read`, `extract` and `compare` write for machines.

use crate::SCHEMA;
use crate::document::Document;
use crate::mention::Mention;
use crate::text::{LineIndex, Part, Source, Span};
use crate::value::{Name, Quantity, Time, Value};
use serde_json::{Map, Value as Json, json};

/// Finds lines and columns in both parts of a source.
pub struct Places<'s> {
    source: &'s Source,
    title: LineIndex,
    text: LineIndex,
}

impl<'s> Places<'s> {
    /// Indexes a source.
    pub fn new(source: &'s Source) -> Self {
        Places {
            source,
            title: LineIndex::new(source.part(Part::Title)),
            text: LineIndex::new(&source.text),
        }
    }

    /// A span as `{"part", "start", "end", "line", "column"}`.
    pub fn span(&self, span: Span) -> Json {
        let index = if span.part == Part::Title {
            &self.title
        } else {
            &self.text
        };
        let place = index.place(self.source.part(span.part), span.start);
        json!({"part": span.part.label(), "start": span.start, "end": span.end, "line": place.line, "column": place.column})
    }
}

/// A value with `kind`, `text` as written, and the fields of its kind.
pub fn value(value: &Value, text: &str) -> Json {
    let mut map = Map::new();
    map.insert("kind".into(), value.kind().label().into());
    map.insert("text".into(), text.into());
    match value {
        Value::Time(time) => insert_time(&mut map, time),
        Value::Quantity(quantity) => insert_quantity(&mut map, quantity),
        Value::Name(name) => insert_name(&mut map, name),
        Value::Choice(label) => {
            map.insert("choice".into(), label.as_str().into());
        }
        Value::Text(_) => {}
    }
    Json::Object(map)
}

fn insert_time(map: &mut Map<String, Json>, time: &Time) {
    map.insert("timex".into(), time.timex.as_str().into());
    map.insert("from".into(), time.from.map(|day| day.to_string()).into());
    map.insert("to".into(), time.to.map(|day| day.to_string()).into());
    map.insert("grain".into(), time.grain.label().into());
    if !time.readings.is_empty() {
        let readings = time
            .readings
            .iter()
            .map(|(from, to)| json!({"from": from.to_string(), "to": to.to_string()}));
        map.insert("readings".into(), readings.collect());
    }
}

fn insert_quantity(map: &mut Map<String, Json>, quantity: &Quantity) {
    map.insert("low".into(), number(quantity.low));
    map.insert("high".into(), number(quantity.high));
    map.insert(
        "soft".into(),
        Json::Array(vec![number(quantity.soft.0), number(quantity.soft.1)]),
    );
    map.insert("nominal".into(), number(quantity.nominal));
    map.insert("bound".into(), quantity.bound.label().into());
    map.insert("unit".into(), quantity.unit.clone().into());
    map.insert("noun".into(), quantity.noun.clone().into());
    if let Some(change) = quantity.change {
        map.insert("change".into(), change.label().into());
    }
    if let Some(per) = &quantity.per {
        map.insert("per".into(), per.as_str().into());
    }
    if let Some(basis) = &quantity.basis {
        map.insert("basis".into(), basis.as_str().into());
    }
}

/// A number without a needless `.0`; `null` where open.
fn number(value: Option<f64>) -> Json {
    match value {
        Some(v) if v.fract() == 0.0 && v.abs() < 9e15 => Json::from(v as i64),
        Some(v) => Json::from(v),
        None => Json::Null,
    }
}

fn insert_name(map: &mut Map<String, Json>, name: &Name) {
    map.insert("name".into(), name.name.clone().into());
    map.insert("role".into(), name.role.clone().into());
    map.insert("of".into(), name.of.clone().into());
    if !name.parts.is_empty() {
        map.insert("parts".into(), name.parts.clone().into());
    }
}

/// The answer of `twosource mentions`.
pub fn mentions(document: &Document<'_>, mentions: &[Mention]) -> Json {
    let places = Places::new(document.source);
    let rows: Vec<Json> = mentions
        .iter()
        .map(|mention| {
            let mut row = value(&mention.value, document.source.slice(mention.span));
            row["span"] = places.span(mention.span);
            row
        })
        .collect();
    json!({"schema": SCHEMA, "id": document.source.id, "mentions": rows})
}

/// The answer of `twosource read`: the text as understood.
pub fn read(document: &Document<'_>) -> Json {
    let places = Places::new(document.source);
    let sentences: Vec<Json> = document
        .sentences
        .iter()
        .map(|s| json!({"region": s.region.label(), "paragraph": s.paragraph, "span": places.span(s.span), "text": document.source.slice(s.span)}))
        .collect();
    json!({"schema": SCHEMA, "id": document.source.id, "title": document.source.title, "text": document.source.text, "sentences": sentences})
}
