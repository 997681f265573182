//! Which rule files count, where they come from several places: the nearer replaces the farther, and what is no rule file stops
//! nothing in a folder that nobody named.

use super::program::{err, folder, out, refuses, root, run, write};

#[test]
fn what_is_no_rule_file_stops_nothing_in_a_folder_that_nobody_named() {
    let folder = folder("foreign_files");
    let rules = folder.join("rules");
    std::fs::create_dir(&rules).expect("a folder");
    write(&rules, "README.md", "Ask the desk.");
    let list = |more: &[&str]| run(&folder, &[&["rules", "list"], more].concat());
    assert_eq!(
        (list(&[]).status.code(), err(&list(&[]))),
        (Some(0), String::new())
    );
    write(&rules, "notes.txt", "Ask the desk.");
    let noted = list(&[]);
    assert_eq!(noted.status.code(), Some(0), "{}", err(&noted));
    assert_eq!(
        err(&noted),
        "note: rules/notes.txt: not read, for rule files end in .json\n"
    );
    refuses(
        &list(&["--rules", "rules"]),
        &["rules/README.md: this is no rule file"],
    );
    std::fs::create_dir(folder.join("house")).expect("a folder");
    refuses(
        &list(&["--rules", "house"]),
        &["error: house: there is no rule file in this folder"],
    );
}

#[test]
fn a_nearer_file_replaces_one_of_the_same_id() {
    let folder = folder("nearer_file");
    let rules = folder.join("rules");
    std::fs::create_dir(&rules).expect("a folder");
    let own = std::fs::read_to_string(root().join("rules/walkout.json")).expect("a pack");
    write(&rules, "walkout.json", &own);
    let silent = run(&folder, &["rules", "list"]);
    assert!(err(&silent).is_empty(), "{}", err(&silent));
    write(
        &rules,
        "walkout.json",
        own.replacen("\"ask\": \"", "\"ask\": \"Now: ", 1),
    );
    let said = run(&folder, &["rules", "list"]);
    let note = "rules/walkout.json replaces the rule file walkout (built in: walkout.json)";
    assert!(err(&said).contains(note), "{}", err(&said));
    assert!(out(&said).contains("replaces built in: walkout.json"));
    // The command line goes before the folder, also with a file that says what ships.
    write(&folder, "own.json", &own);
    let named = run(&folder, &["rules", "list", "--rules", "own.json"]);
    let note = "own.json replaces the rule file walkout (rules/walkout.json)";
    assert!(err(&named).contains(note), "{}", err(&named));
    let asked = run(
        &folder,
        &["rules", "show", "walkout", "--rules", "own.json"],
    );
    assert!(!out(&asked).contains("Now: "), "{}", out(&asked));
    // Two of one id in one folder: no telling which is meant.
    write(
        &rules,
        "other.json",
        own.replacen("\"ask\": \"", "\"ask\": \"Or: ", 1),
    );
    let both = run(&folder, &["rules", "list"]);
    assert_eq!(both.status.code(), Some(2));
    assert!(
        err(&both).contains("the id walkout is also that of rules/other.json"),
        "{}",
        err(&both)
    );
    // A broken file does not take the one away that it would have replaced.
    std::fs::remove_file(rules.join("other.json")).expect("removed");
    write(
        &rules,
        "walkout.json",
        own.replacen("\"ask\"", "\"aks\"", 1),
    );
    let broken = run(&folder, &["rules", "list"]);
    assert_eq!(broken.status.code(), Some(2));
    assert!(
        out(&broken).contains("(built in: walkout.json)"),
        "{}",
        out(&broken)
    );
}

#[test]
fn a_table_of_quantifiers_can_be_replaced() {
    let folder = folder("quantifiers");
    let rules = folder.join("rules");
    std::fs::create_dir(&rules).expect("a folder");
    let table = std::fs::read_to_string(root().join("rules/quantifiers.json")).expect("the table");
    write(
        &folder,
        "a.txt",
        "A dozen or umpteen diplomats staged a walkout.\n",
    );
    let own = table.replacen("\"numerous\"", "\"umpteen\"", 1);
    assert_ne!(own, table);
    write(&rules, "quantifiers.json", &own);
    let read = run(&folder, &["rules", "list"]);
    assert_eq!(read.status.code(), Some(0), "{}", err(&read));
    let twice = run(&folder, &["rules", "lint", "rules/quantifiers.json"]);
    assert_eq!(twice.status.code(), Some(0), "{}", err(&twice));
    // One that the command line names counts before that of ./rules, as a rule file does.
    let named = folder.join("named");
    std::fs::create_dir(&named).expect("a folder");
    write(
        &named,
        "quantifiers.json",
        table.replacen("\"numerous\"", "\"oodles of\"", 1),
    );
    write(
        &folder,
        "b.txt",
        "Umpteen people were killed in the bombing.\n",
    );
    let killed = |args: &[&str]| {
        let read = run(&folder, args);
        assert_eq!(read.status.code(), Some(0), "{}", err(&read));
        out(&read).contains("attack.killed")
    };
    assert!(killed(&["extract", "b.txt"]));
    assert!(!killed(&["extract", "--rules", "named", "b.txt"]));
    let counted = |args: &[&str]| out(&run(&folder, args)).contains("Umpteen people");
    assert!(counted(&["mentions", "b.txt"]));
    assert!(!counted(&["mentions", "--rules", "named", "b.txt"]));
    write(
        &rules,
        "quantifiers.json",
        own.replacen("\"exact\"", "\"exactly\"", 1),
    );
    let refused = run(&folder, &["rules", "list"]);
    assert_eq!(refused.status.code(), Some(2));
    let said = err(&refused);
    assert!(
        said.contains("rules/quantifiers.json:") && said.contains("unknown bound \"exactly\""),
        "{said}"
    );
}
