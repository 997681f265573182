//! Tables of numbers that are read where they lie: in the program's file for the rules that ship, in memory for others.
//!
//! A program that starts copies none of them: a row is put together when it is asked for.

use crate::document::Word;
use std::borrow::Cow;
use std::marker::PhantomData;

/// Something that a table holds as so many numbers.
pub(in crate::rule) trait Row<const N: usize> {
    /// From its numbers; any numbers make one.
    fn read(numbers: [u32; N]) -> Self;

    /// As numbers.
    fn numbers(&self) -> [u32; N];
}

/// Rows, one after the other.
#[derive(Clone, Debug)]
pub(in crate::rule) struct Table<T, const N: usize> {
    /// Their numbers, the lowest byte first.
    pub(in crate::rule) bytes: Cow<'static, [u8]>,
    of: PhantomData<fn() -> T>,
}

/// Some rows of a table, one after the other.
#[derive(Debug)]
pub(in crate::rule) struct Rows<'t, T, const N: usize> {
    bytes: &'t [u8],
    of: PhantomData<fn() -> T>,
}

/// Texts by number, one after the other.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    /// Where each ends.
    pub(in crate::rule) ends: Table<u32, 1>,
    pub(in crate::rule) text: Cow<'static, str>,
}

impl Texts {
    /// Adds one; its number is how many there were before.
    pub(in crate::rule) fn push(&mut self, text: &str) -> usize {
        let number = self.ends.len();
        self.text.to_mut().push_str(text);
        self.ends.push(&(self.text.len() as u32));
        number
    }

    /// The text of a number.
    pub fn get(&self, number: usize) -> Option<&str> {
        let start = match number.checked_sub(1) {
            Some(before) => self.ends.get(before)?,
            None => 0,
        };
        self.text
            .get(start as usize..self.ends.get(number)? as usize)
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).filter_map(|number| self.get(number))
    }
}

/// The bytes of a number.
pub(in crate::rule) const NUMBER: usize = size_of::<u32>();

impl<T: Row<N>, const N: usize> Table<T, N> {
    /// These rows.
    pub(in crate::rule) fn new(rows: impl IntoIterator<Item = T>) -> Self {
        let numbers = rows.into_iter().flat_map(|row| row.numbers());
        let bytes: Vec<u8> = numbers.flat_map(u32::to_le_bytes).collect();
        Table {
            bytes: bytes.into(),
            of: PhantomData,
        }
    }

    /// The rows that lie in these bytes.
    pub(in crate::rule) fn lying_in(bytes: &'static [u8]) -> Self {
        Table {
            bytes: bytes.into(),
            of: PhantomData,
        }
    }

    /// Adds a row at the end.
    pub(in crate::rule) fn push(&mut self, row: &T) {
        let bytes = row.numbers().into_iter().flat_map(u32::to_le_bytes);
        self.bytes.to_mut().extend(bytes);
    }

    pub(in crate::rule) fn len(&self) -> usize {
        self.bytes.len() / (N * NUMBER)
    }

    #[inline]
    pub(in crate::rule) fn get(&self, at: usize) -> Option<T> {
        self.all().get(at)
    }

    #[inline]
    pub(in crate::rule) fn all(&self) -> Rows<'_, T, N> {
        Rows {
            bytes: self.lying(),
            of: PhantomData,
        }
    }

    // A branch of its own, so that it is put in line at every level of optimisation.
    #[inline]
    fn lying(&self) -> &[u8] {
        match &self.bytes {
            Cow::Borrowed(bytes) => bytes,
            Cow::Owned(bytes) => bytes,
        }
    }

    /// The rows from one to before another; none where there are no such rows.
    #[inline]
    pub(in crate::rule) fn rows(&self, (start, end): (u32, u32)) -> Rows<'_, T, N> {
        let at = |row: u32| row as usize * N * NUMBER;
        Rows {
            bytes: self.lying().get(at(start)..at(end)).unwrap_or(&[]),
            of: PhantomData,
        }
    }
}

impl<T: Row<N>, const N: usize> Default for Table<T, N> {
    fn default() -> Self {
        Table::lying_in(&[])
    }
}

impl<T: Row<N> + Ord, const N: usize> Rows<'_, T, N> {
    /// Whether a row is among them, which are in order.
    #[inline]
    pub(in crate::rule) fn has(&self, row: T) -> bool {
        self.get(self.partition_point(|known| *known < row)) == Some(row)
    }
}

impl<T: Row<N>, const N: usize> Rows<'_, T, N> {
    /// No rows.
    pub(super) const NONE: Self = Rows {
        bytes: &[],
        of: PhantomData,
    };

    #[inline]
    pub(in crate::rule) fn len(&self) -> usize {
        self.bytes.len() / (N * NUMBER)
    }

    /// The first row.
    #[inline]
    pub(in crate::rule) fn first(&self) -> Option<T> {
        self.get(0)
    }

    #[inline]
    pub(in crate::rule) fn get(&self, at: usize) -> Option<T> {
        let start = at * N * NUMBER;
        self.bytes.get(start..start + N * NUMBER).map(read)
    }

    /// How many rows at the beginning are such that `is_before` holds; they come before all others.
    #[inline]
    pub(super) fn partition_point(&self, is_before: impl Fn(&T) -> bool) -> usize {
        let (mut from, mut to) = (0, self.len());
        while from < to {
            let middle = from.midpoint(to);
            if self.get(middle).is_some_and(|row| is_before(&row)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        from
    }

    /// Without so many rows at the beginning.
    #[inline]
    pub(in crate::rule) fn after(self, rows: usize) -> Self {
        Rows {
            bytes: self.bytes.get(rows * N * NUMBER..).unwrap_or(&[]),
            of: PhantomData,
        }
    }
}

impl<T: Row<N>, const N: usize> Iterator for Rows<'_, T, N> {
    type Item = T;

    #[inline]
    fn next(&mut self) -> Option<T> {
        let (row, rest) = self.bytes.split_at_checked(N * NUMBER)?;
        self.bytes = rest;
        Some(read(row))
    }
}

// Not derived: the place of rows can be copied whether or not what they hold can.
impl<T, const N: usize> Clone for Rows<'_, T, N> {
    #[inline]
    fn clone(&self) -> Self {
        Rows {
            bytes: self.bytes,
            of: PhantomData,
        }
    }
}

#[inline]
fn read<T: Row<N>, const N: usize>(row: &[u8]) -> T {
    let mut numbers = [0; N];
    // Written so that it is a few loads at every level of optimisation.
    let mut at = 0;
    while at < N {
        if let Some((_, row)) = row.split_at_checked(at * NUMBER)
            && let Some(bytes) = row.first_chunk()
            && let Some(number) = numbers.get_mut(at)
        {
            *number = u32::from_le_bytes(*bytes);
        }
        at += 1;
    }
    T::read(numbers)
}

impl Row<1> for u32 {
    #[inline]
    fn read([number]: [u32; 1]) -> Self {
        number
    }

    fn numbers(&self) -> [u32; 1] {
        [*self]
    }
}

impl Row<2> for u64 {
    #[inline]
    fn read([low, high]: [u32; 2]) -> Self {
        u64::from(high) << 32 | u64::from(low)
    }

    fn numbers(&self) -> [u32; 2] {
        [*self as u32, (*self >> 32) as u32]
    }
}

impl Row<2> for Word {
    #[inline]
    fn read(numbers: [u32; 2]) -> Self {
        Word::numbered(u64::read(numbers))
    }

    fn numbers(&self) -> [u32; 2] {
        self.number().numbers()
    }
}
