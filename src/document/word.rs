//! What makes two spellings one word: the folded form, kept as a hash so that comparing words is comparing numbers.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word without case, accents and typographic variants, as the 64-bit FNV-1a hash of that folded form.
///
/// Word lists and patterns are kept as `Word`s, so that reading a text never allocates for a token. Two different
/// words sharing a hash among a few hundred thousand is less likely than one in a hundred million.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word(u64);

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

impl Word {
    /// The word without letters, to be lengthened by [`Word::then`].
    pub const EMPTY: Word = Word(OFFSET);

    /// The word with one more ASCII letter: a table read byte by byte is hashed while it is read.
    #[must_use]
    pub const fn then(self, ascii: u8) -> Word {
        Word((self.0 ^ ascii.to_ascii_lowercase() as u64).wrapping_mul(PRIME))
    }

    /// [`Word::then`] for a byte that is no capital.
    #[must_use]
    pub(super) const fn then_small(self, byte: u8) -> Word {
        Word((self.0 ^ byte as u64).wrapping_mul(PRIME))
    }

    /// The word of an ASCII form or of a sign that folding leaves as it is (`•`), usable in constants; other text goes
    /// through [`Word::new`].
    pub const fn of(ascii: &str) -> Word {
        let bytes = ascii.as_bytes();
        let mut word = Word::EMPTY;
        let mut at = 0;
        while at < bytes.len() {
            word = word.then(bytes[at]);
            at += 1;
        }
        word
    }

    /// The word of the ASCII letters from `from` on, up to a space, the end of the line or `end`; and where it ends.
    ///
    /// For long lists that are read while the program is compiled: there a call costs as much as many steps, so it makes
    /// none, and reads each byte once.
    ///
    /// # Panics
    /// At a byte that is not ASCII; while the program is compiled, that stops the compiler.
    pub const fn read(bytes: &[u8], from: usize, end: usize) -> (Word, usize) {
        let mut hash = OFFSET;
        let mut at = from;
        while at < end {
            let byte = bytes[at];
            if byte == b' ' || byte == b'\n' {
                break;
            }
            assert!(byte < 0x80, "a word of a list is not ASCII");
            let small = if b'A' <= byte && byte <= b'Z' {
                byte | 0x20
            } else {
                byte
            };
            // What wrapping multiplication does, but that is a call.
            hash = ((hash ^ small as u64) as u128 * PRIME as u128) as u64;
            at += 1;
        }
        (Word(hash), at)
    }

    /// The hash itself, for tables that are kept in files.
    pub const fn number(self) -> u64 {
        self.0
    }

    /// The word that has this [`Word::number`].
    pub const fn numbered(number: u64) -> Word {
        Word(number)
    }

    /// The word that `text` spells, whatever its case, accents or apostrophes.
    pub fn new(text: &str) -> Word {
        if text.is_ascii() {
            return Word::of(text);
        }
        if let Some(word) = Word::with_plain_marks(text) {
            return word;
        }
        fold(text).bytes().fold(Word::EMPTY, Word::then_small)
    }

    /// The word if all that is not ASCII in it are the marks of every printed text: `don’t`, `“`, `—`.
    fn with_plain_marks(text: &str) -> Option<Word> {
        text.chars().try_fold(Word::EMPTY, |word, c| {
            let plain = match c {
                '’' | '‘' | '“' | '”' | '–' | '—' => fold_char(c),
                _ => c,
            };
            plain.is_ascii().then(|| word.then(plain as u8))
        })
    }
}

/// `text` without case and accents, with straight quotes and plain dashes: the form in which words are compared.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        // Most letters of a text with a dash in it are plain.
        if c.is_ascii() {
            folded.push(c.to_ascii_lowercase());
            continue;
        }
        let plain = std::iter::once(c).nfkd();
        let plain = plain.filter(|c| !is_combining_mark(*c));
        let plain = plain.flat_map(char::to_lowercase).map(fold_char);
        folded.extend(plain.filter(|c| *c != '\u{ad}'));
    }
    folded
}

/// One character with its typographic variants folded: quotes, apostrophes, dashes, and letters NFKD leaves alone.
fn fold_char(c: char) -> char {
    match c {
        '’' | '‘' | 'ʼ' | '`' | '´' | '‛' => '\'',
        '“' | '”' | '„' | '«' | '»' | '‟' => '"',
        '–' | '—' | '‐' | '‑' | '‒' | '−' | '―' => '-',
        'ø' => 'o',
        'ł' => 'l',
        'đ' => 'd',
        'ı' => 'i',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_are_one() {
        assert_eq!(Word::new("Élysée"), Word::of("elysee"));
        assert_eq!(Word::new("WALKOUT"), Word::of("walkout"));
        assert_eq!(Word::EMPTY.then(b'O').then(b'n'), Word::of("on"));
        assert_eq!(Word::read(b"go On the", 3, 9), (Word::of("on"), 5));
        assert_eq!(Word::new("’s"), Word::of("'s"));
        assert_eq!(Word::new("N’T"), Word::of("n't"));
        for text in ["“", "don’t", "—", "mid–’90s"] {
            let folded = fold(text).bytes().fold(Word::EMPTY, Word::then_small);
            assert_eq!(Word::with_plain_marks(text), Some(folded), "{text}");
        }
        assert_eq!(fold("Łódź — “x”"), "lodz - \"x\"");
    }
}
