//! How fast articles are read, in the unit that survives a noisy machine: times `wc -w` on the same file, one thread.
//!
//! `cargo bench --bench reading` reads the two seed articles over and over; `cargo bench --bench reading -- FILE` reads
//! the articles of a `.jsonl` file, or one text file. Last it reads them with the pack of walkouts alone: what all the others
//! cost. `-- --once PACK FILE` only reads each article once, with one pack (`all`: with all; `mentions`: the values
//! alone), for a counter of instructions.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a benchmark prints, and stops when it cannot run"
)]

use std::hint::black_box;
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};
use twosource::claim;
use twosource::document::Document;
use twosource::mention;
use twosource::rule::{BUILT_IN, RuleSet, RuleText, built_in, compile};
use twosource::text::Source;

/// Rounds whose median is printed.
const ROUNDS: usize = 7;

fn main() -> ExitCode {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let once = arguments.iter().position(|a| a == "--once");
    let once = once.map(|at| {
        arguments
            .drain(at..(at + 2).min(arguments.len()))
            .next_back()
    });
    let given = arguments.into_iter().find(|arg| !arg.starts_with("--"));
    let (path, articles) = match given.map(PathBuf::from) {
        Some(path) => {
            let Ok(text) = std::fs::read_to_string(&path) else {
                eprintln!("{}: cannot be read", path.display());
                return ExitCode::from(2);
            };
            let articles = if path.extension().is_some_and(|e| e == "jsonl") {
                lines(&text)
            } else {
                vec![Source::new("file", text)]
            };
            (path, articles)
        }
        None => seeds(),
    };
    if let Some(pack) = once.flatten() {
        if pack == "mentions" {
            for a in &articles {
                drop(black_box(mention::read(&Document::parse(a))));
            }
            return ExitCode::SUCCESS;
        }
        read(&articles, &rules(&pack));
        return ExitCode::SUCCESS;
    }
    let bytes: usize = articles.iter().map(|a| a.text.len()).sum();
    println!("{} articles, {:.1} MB", articles.len(), bytes as f64 / 1e6);
    let words = median(|| {
        let _ = Command::new("wc")
            .arg("-w")
            .arg(&path)
            .stdout(Stdio::null())
            .status();
    });
    print("wc -w", words, words, bytes);
    let tokens = median(|| {
        for a in &articles {
            drop(black_box(Document::parse(a)));
        }
    });
    print("tokens and sentences", tokens, words, bytes);
    let mentions = median(|| {
        for a in &articles {
            drop(black_box(mention::read(&Document::parse(a))));
        }
    });
    print("and mentions", mentions, words, bytes);
    for pack in ["all", "walkout"] {
        let rules = rules(pack);
        let claims = median(|| read(&articles, &rules));
        print(&format!("and claims, {pack}"), claims, words, bytes);
    }
    ExitCode::SUCCESS
}

/// The rules of one pack that ships and of those that it uses; `all`: of all.
fn rules(pack: &str) -> RuleSet {
    let mut texts = built_in();
    if pack != "all" {
        let file = |text: &RuleText| text.origin == format!("{BUILT_IN}{pack}.json");
        let own = texts.iter().find(|text| file(text)).cloned();
        let own = own.expect("a pack that ships");
        let json: serde_json::Value = serde_json::from_str(&own.text).expect("a rule file is JSON");
        let uses = json["use"].as_array().cloned().unwrap_or_default();
        let is_used = |t: &RuleText| {
            let mut names = uses.iter().filter_map(serde_json::Value::as_str);
            names.any(|name| t.origin == format!("{BUILT_IN}{name}.json"))
        };
        texts.retain(|text| is_used(text) || file(text));
    }
    let (rules, errors) = compile(&texts);
    assert!(errors.is_empty(), "{errors:?}");
    rules
}

fn read(articles: &[Source], rules: &RuleSet) {
    for a in articles {
        drop(black_box(claim::extract(Document::parse(a), rules)));
    }
}

fn lines(text: &str) -> Vec<Source> {
    let values = text
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    values
        .filter_map(|v| Some(Source::new("line", v.get("text")?.as_str()?)))
        .collect()
}

/// The two seeds, 400 times over, as articles and as a file for `wc`.
fn seeds() -> (PathBuf, Vec<Source>) {
    let texts = [
        include_str!("../seeds/000_336b56e339cc527d.txt"),
        include_str!("../seeds/001_757741da40e0dde8.txt"),
    ];
    let articles: Vec<Source> = (0..800)
        .map(|n| Source::new("seed", texts[n % 2]))
        .collect();
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("reading.txt");
    let all: String = articles.iter().map(|a| a.text.as_str()).collect();
    std::fs::write(&path, all).expect("the temporary folder can be written");
    (path, articles)
}

fn median(mut work: impl FnMut()) -> Duration {
    work();
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[ROUNDS / 2]
}

fn print(what: &str, time: Duration, unit: Duration, bytes: usize) {
    let speed = bytes as f64 / 1e6 / time.as_secs_f64();
    println!(
        "{what:<22}{speed:>8.1} MB/s{:>8.3} x wc -w",
        unit.as_secs_f64() / time.as_secs_f64()
    );
}
