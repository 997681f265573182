//! The JSON Schema of rule files, made from the table that files are checked against: editors complete and check by it.

use super::keys::{FILE, OBJECTS};
use super::shape::{Field, Object, Shape};
use serde_json::{Map, Value, json};

/// The JSON Schema (draft 2020-12) of a rule file, with a description and an example of every key.
pub fn schema() -> Value {
    let definitions: Map<String, Value> = OBJECTS
        .iter()
        .skip(1)
        .map(|object| (object.name.to_owned(), of_object(object)))
        .collect();
    let mut schema = of_object(&FILE);
    if let Some(map) = schema.as_object_mut() {
        map.insert(
            "$schema".to_owned(),
            json!("https://json-schema.org/draft/2020-12/schema"),
        );
        map.insert("title".to_owned(), json!("twosource rule file, format 1"));
        // Editors look for their schema there.
        if let Some(properties) = map.get_mut("properties").and_then(Value::as_object_mut) {
            properties.insert(
                "$schema".to_owned(),
                json!({"type": "string", "description": "Where this schema lies, for editors."}),
            );
        }
        map.insert("$defs".to_owned(), Value::Object(definitions));
    }
    schema
}

fn of_object(object: &Object) -> Value {
    let properties: Map<String, Value> = object
        .fields
        .iter()
        .map(|field| (field.key.to_owned(), of_field(field)))
        .collect();
    let required: Vec<&str> = object
        .fields
        .iter()
        .filter(|f| f.required)
        .map(|f| f.key)
        .collect();
    json!({
        "type": "object",
        "description": object.about,
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn of_field(field: &Field) -> Value {
    let mut schema = of_shape(&field.shape);
    if let Some(map) = schema.as_object_mut() {
        map.insert("description".to_owned(), json!(field.about));
        if let Ok(example) = serde_json::from_str::<Value>(field.example) {
            map.insert("examples".to_owned(), json!([example]));
        }
    }
    schema
}

fn of_shape(shape: &Shape) -> Value {
    match shape {
        Shape::Format => json!({"const": 1}),
        Shape::Text => json!({"type": "string"}),
        Shape::TextOrNull => json!({"type": ["string", "null"]}),
        Shape::Id => json!({"type": "string", "pattern": "^[a-z0-9-]+$"}),
        Shape::Pattern => json!({"type": "string", "minLength": 1}),
        Shape::Number => json!({"type": "number", "minimum": 0}),
        Shape::Flag => json!({"type": "boolean"}),
        Shape::OneOf(set) => json!({"enum": (set.words)()}),
        Shape::OneOfOrNull(set) => {
            let words = (set.words)().into_iter().map(Some);
            json!({"enum": words.chain([None]).collect::<Vec<_>>()})
        }
        Shape::List(inner) => json!({"type": "array", "items": of_shape(inner)}),
        Shape::Pair(inner) => {
            json!({"type": "array", "items": of_shape(inner), "minItems": 2, "maxItems": 2})
        }
        Shape::Map(set, inner) => {
            let mut map = json!({"type": "object", "additionalProperties": of_shape(inner)});
            if let (Some(set), Some(object)) = (set, map.as_object_mut()) {
                object.insert("propertyNames".to_owned(), json!({"enum": (set.words)()}));
            }
            map
        }
        Shape::Object(object) => json!({"$ref": format!("#/$defs/{}", object.name)}),
    }
}
