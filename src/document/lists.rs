//! Word lists that stand in text files beside the code, asked for by name: [`word_lists!`].
//!
//! A file has lines of a list, a tab, and its words between spaces; lines that begin with `#` are remarks, and a list may
//! have several lines. A list that the file lacks, or a line that is of no list, stops the build.

/// Makes an enum of the lists of a text file (`enum List of "words.tsv" { Kin = "kin" }`), laid out while the program is
/// compiled. `List::Kin.has(word)` tells whether a word is on one.
macro_rules! word_lists {
    (
        $(#[$doc:meta])*
        $vis:vis enum $List:ident of $($file:literal),+ { $($(#[$note:meta])* $Name:ident = $name:literal),+ $(,)? }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $vis enum $List {
            $($(#[$note])* $Name),+
        }

        impl $List {
            const TEXT: &'static str = concat!($(include_str!($file)),+);
            const NAMES: &'static [&'static str] = &[$($name),+];

            /// Whether a word is on the list; where there is no word, none is.
            #[inline]
            $vis fn has(self, word: impl Into<Option<$crate::document::Word>>) -> bool {
                let word = word.into();
                word.is_some_and(|word| Self::bits(word) >> self as u32 & 1 == 1)
            }

            /// The lists that a word is on, a bit each in their order.
            #[inline]
            fn bits(word: $crate::document::Word) -> u64 {
                static WORDS: $crate::document::WordTable<{ $crate::document::slots($List::TEXT) }> =
                    $crate::document::WordTable::of_lists($List::TEXT, $List::NAMES);
                WORDS.get(word)
            }
        }
    };
}

pub(crate) use word_lists;

#[cfg(test)]
mod tests {
    use crate::document::Word;

    word_lists! {
        /// Lists of a file that other tests have too.
        enum List of "lists_test.tsv" { Not = "not", Who = "who" }
    }

    #[test]
    fn a_word_is_on_the_lists_that_name_it() {
        assert!(List::Not.has(Word::of("never")) && List::Not.has(Word::of("n't")));
        assert!(!List::Not.has(Word::of("whom")) && List::Who.has(Word::of("whom")));
        assert!(!List::Who.has(Word::of("never")) && !List::Who.has(None));
    }
}
