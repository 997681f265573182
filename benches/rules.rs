//! What many rules cost: compiling them, and reading with 50, 500 and 5,000 patterns. Run with `cargo bench --bench rules`.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

use std::fmt::Write;
use std::time::{Duration, Instant};
use twosource::claim;
use twosource::document::Document;
use twosource::rule::{RuleText, built_in, compile, ready};
use twosource::text::Source;

const VERBS: [&str; 20] = [
    "visit", "close", "open", "sell", "buy", "build", "repair", "launch", "cancel", "move",
    "paint", "clean", "plan", "fund", "join", "leave", "test", "teach", "print", "plant",
];
const NOUNS: [&str; 25] = [
    "school", "ferry", "bridge", "library", "station", "market", "garden", "museum", "theatre",
    "harbour", "factory", "bakery", "clinic", "road", "tunnel", "tower", "stadium", "farm",
    "forest", "lake", "hotel", "square", "street", "archive", "chapel",
];
const KINDS: [&str; 4] = ["person", "count", "place", "date"];

/// A rule file of so many patterns, all different, of words that news use.
fn pack(patterns: usize) -> String {
    let mut text = String::from(
        "{\"format\": 1, \"id\": \"many\", \"use\": [\"common\"], \"event\": {\"seen-by\": [\"school\", \"ferry\"]}, \"claims\": [",
    );
    let mut made = 0;
    for (claim, kind) in KINDS.iter().enumerate() {
        let comma = if claim == 0 { "" } else { "," };
        let _ = write!(
            text,
            "{comma}{{\"id\": \"c{claim}\", \"ask\": \"?\", \"value\": \"{kind}\", \"find\": ["
        );
        let share = patterns.div_ceil(KINDS.len());
        for at in 0..share.min(patterns - made) {
            let verb = VERBS[at % VERBS.len()];
            let noun = NOUNS[at / VERBS.len() % NOUNS.len()];
            let gap = 1 + at / (VERBS.len() * NOUNS.len());
            let comma = if at == 0 { "" } else { "," };
            let pattern = match at % 3 {
                0 => format!("{{c{claim}}} {verb} ...{gap} {noun}"),
                1 => format!("{verb} the {noun} ...{gap} {{c{claim}}}"),
                _ => format!("{noun} (be | was) {verb} ...{gap} by {{c{claim}}}"),
            };
            let _ = write!(text, "{comma}\"{pattern}\"");
        }
        made += share.min(patterns - made);
        text.push_str("]}");
    }
    text.push_str("]}");
    text
}

/// The shortest of many runs.
fn fastest(mut run: impl FnMut()) -> Duration {
    let once = |run: &mut dyn FnMut()| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..40).map(|_| once(&mut run)).min().unwrap_or_default()
}

fn article() -> Source {
    let mut text = String::new();
    for at in 0..200 {
        let _ = writeln!(
            text,
            "On Tuesday Anna Keller visited the {} in Leeds, where {} people had planned to build a new {}. It was cleaned by a team \
             of volunteers, said the mayor, and nobody objected to the cost of the work.\n",
            NOUNS[at % NOUNS.len()],
            at + 12,
            NOUNS[(at * 7) % NOUNS.len()]
        );
    }
    Source::new("bench", text)
}

fn main() {
    let shipped = built_in();
    let time = fastest(|| drop(compile(&shipped)));
    let (rules, _) = compile(&shipped);
    let merged = fastest(|| drop(ready(&shipped)));
    println!(
        "built-in packs: {} patterns, compiled in {time:.2?}; merged when built, ready in {merged:.2?}",
        rules.patterns.len()
    );
    let source = article();
    let common: Vec<RuleText> = shipped
        .into_iter()
        .filter(|t| t.origin.contains("common"))
        .collect();
    let mut first = Duration::ZERO;
    for patterns in [50, 500, 5_000] {
        let mut texts = common.clone();
        texts.push(RuleText {
            origin: "many".into(),
            text: pack(patterns).into(),
            layer: 1,
        });
        let compiling = fastest(|| drop(compile(&texts)));
        let (rules, errors) = compile(&texts);
        assert!(errors.is_empty(), "{errors:?}");
        let reading = fastest(|| drop(claim::extract(Document::parse(&source), &rules)));
        if patterns == 50 {
            first = reading;
        }
        println!(
            "{patterns:>5} patterns: compiled in {compiling:.2?}, {} bytes read in {reading:.2?}, {:.2} x 50 patterns",
            source.text.len(),
            reading.as_secs_f64() / first.as_secs_f64()
        );
    }
}
