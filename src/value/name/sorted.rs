//! Whether a word is in a long list: lists are kept as the text they are, and searched in place.

use std::cmp::Ordering;

/// The longest word of the lists, with room to spare.
pub(super) const LONGEST: usize = 24;

/// A list of words kept as the text it is, so that it takes no time to load: a line a length, sorted within the line.
pub(super) struct SortedWords {
    /// The words of `n` bytes, with a space after each but the last.
    lines: [&'static [u8]; LONGEST],
    /// Where in each line the words with a first letter from `a` to `z` start; the last is their end.
    letters: [[u16; 27]; LONGEST],
}

/// So many letters of a word are compared as one number.
const HEAD: usize = 8;

/// The first letters of the word of `length` bytes at `at` of `text`, as a number in the order of the alphabet.
fn head(text: &[u8], at: usize, length: usize) -> u64 {
    let length = length.min(HEAD);
    let rest = text.get(at..).unwrap_or(&[]);
    match rest.first_chunk::<HEAD>() {
        Some(letters) if length > 0 => u64::from_be_bytes(*letters) >> (8 * (HEAD - length)),
        _ => {
            let letters = rest.iter().take(length);
            letters.fold(0, |all, letter| all << 8 | u64::from(*letter))
        }
    }
}

/// How many bytes stand before the first `sign`.
const fn until(bytes: &[u8], sign: u8) -> usize {
    let mut at = 0;
    while at < bytes.len() && bytes[at] != sign {
        at += 1;
    }
    at
}

impl SortedWords {
    /// Reads `list`; while the program is compiled, so that a mistake in a list stops it there.
    pub(super) const fn new(list: &'static str) -> Self {
        let mut sorted = SortedWords {
            lines: [&[]; LONGEST],
            letters: [[0; 27]; LONGEST],
        };
        let mut rest = list.as_bytes();
        while !rest.is_empty() {
            let (line, others) = rest.split_at(until(rest, b'\n'));
            if line[0] != b'#' {
                sorted.add(line, until(line, b' '));
            }
            rest = match others {
                [_, others @ ..] => others,
                [] => others,
            };
        }
        sorted
    }

    /// Adds the line of the words of a length.
    const fn add(&mut self, line: &'static [u8], length: usize) {
        self.lines[length] = line;
        let starts = &mut self.letters[length];
        let mut at = 0;
        while at < line.len() {
            starts[(line[at] - b'a') as usize + 1] += 1;
            at += length + 1;
        }
        let mut letter = 1;
        while letter < starts.len() {
            starts[letter] += starts[letter - 1];
            letter += 1;
        }
    }

    /// Whether `word`, in lower case, is in the list.
    pub(super) fn contains(&self, word: &[u8]) -> bool {
        let Some(line) = self.lines.get(word.len()).filter(|line| !line.is_empty()) else {
            return false;
        };
        let stride = word.len() + 1;
        let letter = usize::from(
            word.first()
                .map_or(u8::MAX, |first| first.wrapping_sub(b'a')),
        );
        let starts = self.letters.get(word.len());
        let bound = |letter: usize| starts.and_then(|s| s.get(letter)).copied().map(usize::from);
        let (Some(mut low), Some(mut high)) = (bound(letter), bound(letter + 1)) else {
            return false;
        };
        let wanted = head(word, 0, word.len());
        let head_at = |place: usize| head(line, place * stride, word.len());
        if word.len() <= HEAD {
            // No guess which half comes next is right more often than not: none is made.
            let mut left = high - low;
            while left > 1 {
                let half = left / 2;
                low = if head_at(low + half) <= wanted {
                    low + half
                } else {
                    low
                };
                left -= half;
            }
            return left == 1 && head_at(low) == wanted;
        }
        while low < high {
            let middle = low.midpoint(high);
            let rest = middle * stride + HEAD..middle * stride + word.len();
            let order = head_at(middle).cmp(&wanted);
            match order.then_with(|| line.get(rest).cmp(&word.get(HEAD..))) {
                Ordering::Equal => return true,
                Ordering::Less => low = middle + 1,
                Ordering::Greater => high = middle,
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whatever_their_length() {
        let list = SortedWords::new("# remark\nab cd\nabcdefgh bcdefghi\nabcdefghij abcdefghik");
        for word in [
            "ab",
            "cd",
            "abcdefgh",
            "bcdefghi",
            "abcdefghij",
            "abcdefghik",
        ] {
            assert!(list.contains(word.as_bytes()), "{word}");
        }
        for word in ["", "a", "ac", "abcdefgi", "abcdefghil", "zz"] {
            assert!(!list.contains(word.as_bytes()), "{word}");
        }
    }
}
