//! `twosource rules test --watch`: the tests run again when a rule file is saved, and a mistake in one does not end the watch.

use super::program::{folder, program};
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// Longer than any run takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// A program that goes on until it is dropped.
struct Watch {
    child: Child,
    lines: Receiver<String>,
}

impl Watch {
    fn start(here: &std::path::Path) -> Self {
        let mut child = program(here)
            .args(["rules", "test", "ballot.json", "--watch"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let out = BufReader::new(child.stdout.take().expect("its output"));
        let (send, lines) = channel();
        std::thread::spawn(move || {
            for line in out.lines().map_while(Result::ok) {
                let _ = send.send(line);
            }
        });
        Watch { child, lines }
    }

    /// Everything up to the line that says it waits.
    fn told(&self) -> String {
        let mut told = String::new();
        loop {
            let line = self.lines.recv_timeout(PATIENCE).expect(&told);
            if line.starts_with("waiting for a rule file") {
                return told;
            }
            told.push_str(&line);
            told.push('\n');
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn tests_run_again_when_a_rule_file_is_saved() {
    let here = folder("watch");
    let pack = |get: &str| {
        format!(
            r#"{{"format": 1, "id": "ballot", "event": {{"seen-by": ["ballot"]}}, "claims": [
            {{"id": "voters", "ask": "How many voted?", "value": "count", "find": ["{{voters}} voted"],
              "tests": [{{"in": "In the ballot 40 nurses voted.", "get": {get}}}, {{"in": "The ballot ended.", "get": null}}]}}]}}"#
        )
    };
    let save = |text: &str| fs::write(here.join("ballot.json"), text).expect("a file");
    save(&pack("\"40 nurses\""));
    let watch = Watch::start(&here);
    let told = watch.told();
    assert!(told.contains("2 tests: 2 validated"), "{told}");
    save(&pack("null"));
    let told = watch.told();
    assert!(told.contains("1 noisy"), "{told}");
    save("{");
    watch.told();
    save(&pack("\"40 nurses\""));
    let told = watch.told();
    assert!(told.contains("2 tests: 2 validated"), "{told}");
}
