//! Word lists that stand in text files beside the code: lines of a class, a tab, and its words.

use super::word::Word;
use rustc_hash::{FxHashMap, FxHashSet};

/// The words of each class of a list. Lines that begin with `#` are remarks; a class may have several lines.
pub fn word_lists(text: &'static str) -> FxHashMap<&'static str, FxHashSet<Word>> {
    let mut lists: FxHashMap<&str, FxHashSet<Word>> = FxHashMap::default();
    let rows = text.lines().filter(|row| !row.starts_with('#'));
    for (class, words) in rows.filter_map(|row| row.split_once('\t')) {
        let words = words.split(' ').map(Word::new);
        lists.entry(class).or_default().extend(words);
    }
    lists
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_one_class_are_one_list() {
        let lists = word_lists("# remark\nnot\tno never\nnot\tn't\nwho\twho");
        let not = lists.get("not").cloned().unwrap_or_default();
        assert_eq!(not.len(), 3);
        assert!(not.contains(&Word::of("never")) && !not.contains(&Word::of("who")));
    }
}
