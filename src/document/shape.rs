//! What a token looks like.

/// What a token looks like: a set of flags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shape(u16);

impl Shape {
    /// Letters (an abbreviation with dots counts).
    pub const WORD: Shape = Shape(1);
    /// Starts with a digit: `1,000`, `3.5`, `02.03.2022`.
    pub const NUMBER: Shape = Shape(1 << 1);
    /// Anything else that is printed: one character each.
    pub const PUNCTUATION: Shape = Shape(1 << 2);
    /// The first letter is upper case.
    pub const CAPITAL: Shape = Shape(1 << 3);
    /// Two letters or more, all upper case.
    pub const ALL_CAPS: Shape = Shape(1 << 4);
    /// No white space before it.
    pub const GLUED: Shape = Shape(1 << 5);
    /// A line break before it.
    pub const NEW_LINE: Shape = Shape(1 << 6);
    /// Between quotation marks.
    pub const QUOTED: Shape = Shape(1 << 7);
    /// A web address, `@handle` or `#tag`.
    pub const LINK: Shape = Shape(1 << 8);
    /// A full stop that belongs to the abbreviation before it (`Gen.`, `V.`), or an abbreviation with dots (`U.S.`).
    pub const ABBREVIATION: Shape = Shape(1 << 9);
    /// A quotation mark (not an apostrophe).
    pub const QUOTE_MARK: Shape = Shape(1 << 10);
    /// A possessive ending: `'s`, or `'` after a plural.
    pub const POSSESSIVE: Shape = Shape(1 << 11);
    /// An empty line before it.
    pub const NEW_PARAGRAPH: Shape = Shape(1 << 12);

    /// Whether all flags of `other` are set.
    pub const fn has(self, other: Shape) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether any flag of `other` is set.
    pub const fn any(self, other: Shape) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets of flags.
    #[must_use]
    pub const fn with(self, other: Shape) -> Shape {
        Shape(self.0 | other.0)
    }
}
