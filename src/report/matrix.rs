//! Three articles and more at a glance: a row a question, a cell an article, who agrees with whom, and who stands alone.

use super::entry::Entry;
use super::wording;
use crate::compare::Verdict;
use std::collections::BTreeSet;

/// What the articles answer to one question about one thing.
pub(super) struct Row {
    /// The findings of the question: indices into the entries, the gravest first.
    pub(super) entries: Vec<usize>,
    /// What each article says.
    pub(super) cells: Vec<Cell>,
}

/// What one article answers.
pub(super) struct Cell {
    /// The values it gives, each once.
    pub(super) values: Vec<Said>,
    /// How it stands to the others.
    pub(super) stand: Stand,
    /// What its values stand for, each once.
    meanings: BTreeSet<String>,
    fits: BTreeSet<usize>,
    against: BTreeSet<usize>,
}

/// A value that an article gives.
pub(super) struct Said {
    /// The value on one line, safe to print.
    pub(super) value: String,
    /// The finding: index into the entries.
    pub(super) entry: usize,
    /// The side of it: index into its sides.
    pub(super) side: usize,
}

/// How an article stands to the others on one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stand {
    /// It says nothing.
    Silent,
    /// Nothing speaks against it, or only who stands alone.
    Fits,
    /// It may differ: a person must look.
    Unclear,
    /// It says one thing and another.
    Inconsistent,
    /// It conflicts with others, and neither side has more articles.
    Disputed,
    /// More articles say otherwise than say the same.
    Outlier,
}

impl Stand {
    /// The sign before the value, and what it means; blank where there is nothing to say.
    pub(super) fn sign(self) -> (&'static str, &'static str) {
        match self {
            Stand::Silent | Stand::Fits => (" ", ""),
            Stand::Unclear => ("?", "unclear"),
            Stand::Inconsistent => ("±", "says both"),
            Stand::Disputed => ("≠", "conflicts"),
            Stand::Outlier => ("!", "outlier"),
        }
    }
}

/// The rows of a report of `articles` articles: its questions, the gravest first, as the findings come.
pub(super) fn rows(entries: &[Entry<'_>], articles: usize) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        let same = |row: &&mut Row| {
            let first = row.entries.first().and_then(|at| entries.get(*at));
            first.is_some_and(|first| {
                (first.rule, first.happening, &first.about)
                    == (entry.rule, entry.happening, &entry.about)
            })
        };
        match rows.iter_mut().find(same) {
            Some(row) => row.entries.push(at),
            None => rows.push(Row {
                entries: vec![at],
                cells: Vec::new(),
            }),
        }
    }
    for row in &mut rows {
        row.fill(entries, articles);
    }
    rows
}

impl Row {
    fn fill(&mut self, entries: &[Entry<'_>], articles: usize) {
        let cell = |_| Cell {
            values: Vec::new(),
            stand: Stand::Silent,
            meanings: BTreeSet::new(),
            fits: BTreeSet::new(),
            against: BTreeSet::new(),
        };
        self.cells = (0..articles).map(cell).collect();
        for at in &self.entries {
            let Some(entry) = entries.get(*at) else {
                continue;
            };
            for (side, told) in entry.sides.iter().enumerate() {
                let Some(cell) = self.cells.get_mut(told.article) else {
                    continue;
                };
                cell.meanings.insert(told.meaning.clone());
                let value = wording::line(&told.value);
                if !cell.values.iter().any(|said| said.value == value) {
                    cell.values.push(Said {
                        value,
                        entry: *at,
                        side,
                    });
                }
                cell.stand = cell.stand.with(entry);
                let others = entry.sides.iter().map(|side| side.article);
                let others = others.filter(|article| *article != told.article);
                match entry.verdict {
                    Verdict::Agree | Verdict::Compatible => cell.fits.extend(others),
                    Verdict::Conflict => cell.against.extend(others),
                    _ => {}
                }
            }
        }
        self.tie_the_same();
        self.weigh();
    }

    /// Those who say the same fit, though no finding lays them side by side: of three articles the first and the third may each
    /// differ from the second in words that they share with it alone.
    fn tie_the_same(&mut self) {
        let cells = self.cells.iter();
        let told: Vec<BTreeSet<String>> = cells.map(|cell| cell.meanings.clone()).collect();
        for (article, cell) in self.cells.iter_mut().enumerate() {
            let same = told.iter().enumerate().filter(|(other, meanings)| {
                *other != article && !meanings.is_disjoint(&cell.meanings)
            });
            let same = same.map(|(other, _)| other);
            let fitting: Vec<usize> = same.filter(|other| !cell.against.contains(other)).collect();
            cell.fits.extend(fitting);
        }
    }

    /// Who stands alone, and who is only in the way of those.
    fn weigh(&mut self) {
        for cell in &mut self.cells {
            let with_it = cell.fits.difference(&cell.against).count() + 1;
            if cell.against.len() > with_it {
                cell.stand = Stand::Outlier;
            } else if !cell.against.is_empty() {
                cell.stand = Stand::Disputed;
            }
        }
        let outliers: BTreeSet<usize> = self.outliers().collect();
        for cell in &mut self.cells {
            if cell.stand == Stand::Disputed && cell.against.is_subset(&outliers) {
                cell.stand = Stand::Fits;
            }
        }
    }

    /// The articles that more others contradict than support.
    pub(super) fn outliers(&self) -> impl Iterator<Item = usize> {
        let cells = self.cells.iter().enumerate();
        cells
            .filter(|(_, cell)| cell.stand == Stand::Outlier)
            .map(|(article, _)| article)
    }

    /// Whether two articles or more answer.
    pub(super) fn is_compared(&self) -> bool {
        let answering = self.cells.iter().filter(|cell| !cell.values.is_empty());
        answering.count() > 1
    }

    /// Who fits with whom: `A C | B`; an article that fits with two who contradict each other stands with both.
    pub(super) fn camps(&self) -> String {
        let mut camps = Vec::new();
        for tied in self.tied() {
            let against = |article: &usize| self.cells.get(*article).map(|cell| &cell.against);
            let mut opposed = tied.iter().filter_map(against);
            if opposed.all(|against| against.is_disjoint(&tied)) {
                camps.push(tied);
            } else {
                camps.extend(self.parted(&tied));
            }
        }
        let names = camps.iter().map(|camp| {
            let letters: Vec<String> = camp.iter().map(|a| wording::letter(*a)).collect();
            letters.join(" ")
        });
        names.collect::<Vec<_>>().join(" | ")
    }

    /// The articles that answer, in runs of which each fits with another.
    fn tied(&self) -> Vec<BTreeSet<usize>> {
        let mut runs: Vec<BTreeSet<usize>> = Vec::new();
        for (article, cell) in self.cells.iter().enumerate() {
            if cell.values.is_empty() {
                continue;
            }
            let mut own = BTreeSet::from([article]);
            runs.retain(|run| {
                let apart = run.is_disjoint(&cell.fits);
                if !apart {
                    own.extend(run);
                }
                apart
            });
            runs.push(own);
        }
        runs.sort_by_key(|run| run.first().copied());
        runs
    }

    /// A run in which some contradict each other: each with those it fits with and does not contradict.
    fn parted(&self, run: &BTreeSet<usize>) -> Vec<BTreeSet<usize>> {
        let mut camps: Vec<BTreeSet<usize>> = Vec::new();
        for article in run {
            let Some(cell) = self.cells.get(*article) else {
                continue;
            };
            let mut joined = false;
            for camp in &mut camps {
                if !camp.is_disjoint(&cell.fits) && camp.is_disjoint(&cell.against) {
                    camp.insert(*article);
                    joined = true;
                }
            }
            if !joined {
                camps.push(BTreeSet::from([*article]));
            }
        }
        camps
    }
}

impl Stand {
    /// The graver of this and what a finding says.
    fn with(self, entry: &Entry<'_>) -> Stand {
        match (self, entry.verdict) {
            (_, Verdict::Inconsistent) => Stand::Inconsistent,
            (Stand::Silent | Stand::Fits, Verdict::Unclear) => Stand::Unclear,
            (Stand::Silent, _) => Stand::Fits,
            (stand, _) => stand,
        }
    }
}

/// How often each article stands alone: `B on 2 questions`.
pub(super) fn outliers(rows: &[Row]) -> Vec<(usize, usize)> {
    let articles = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let count = |article| {
        let rows = rows.iter();
        rows.filter(|row| row.outliers().any(|a| a == article))
            .count()
    };
    (0..articles)
        .map(|article| (article, count(article)))
        .filter(|(_, count)| *count > 0)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A row of `articles` answers with the pairs that fit and those that do not.
    fn row(articles: usize, fits: &[(usize, usize)], against: &[(usize, usize)]) -> Row {
        let of = |pairs: &[(usize, usize)], article| {
            let other = |(a, b): &(usize, usize)| match article {
                _ if *a == article => Some(*b),
                _ if *b == article => Some(*a),
                _ => None,
            };
            pairs.iter().filter_map(other).collect()
        };
        let said = |_| Said {
            value: String::new(),
            entry: 0,
            side: 0,
        };
        let cells = (0..articles).map(|article| Cell {
            values: (0..1).map(said).collect(),
            stand: Stand::Fits,
            meanings: BTreeSet::new(),
            fits: of(fits, article),
            against: of(against, article),
        });
        let mut row = Row {
            entries: Vec::new(),
            cells: cells.collect(),
        };
        row.weigh();
        row
    }

    #[test]
    fn one_of_three_stands_alone_and_one_of_two_does_not() {
        let three = row(3, &[(0, 2)], &[(0, 1), (1, 2)]);
        assert_eq!(three.outliers().collect::<Vec<_>>(), [1]);
        assert_eq!(three.camps(), "A C | B");
        let stands: Vec<Stand> = three.cells.iter().map(|cell| cell.stand).collect();
        assert_eq!(stands, [Stand::Fits, Stand::Outlier, Stand::Fits]);
        let two = row(2, &[], &[(0, 1)]);
        assert_eq!(two.outliers().count(), 0);
        assert_eq!(two.camps(), "A | B");
    }

    #[test]
    fn who_says_the_same_fits_though_no_finding_says_so() {
        let mut row = row(4, &[], &[(0, 1), (1, 2), (0, 3), (1, 3), (2, 3)]);
        for (cell, meaning) in row.cells.iter_mut().zip(["3", "5", "3", "8"]) {
            cell.meanings.insert(meaning.to_owned());
        }
        row.tie_the_same();
        assert_eq!(row.camps(), "A C | B | D");
    }

    #[test]
    fn two_against_two_are_disputed() {
        let row = row(4, &[(0, 1), (2, 3)], &[(0, 2), (0, 3), (1, 2), (1, 3)]);
        assert_eq!(row.outliers().count(), 0);
        assert!(row.cells.iter().all(|cell| cell.stand == Stand::Disputed));
        assert_eq!(row.camps(), "A B | C D");
    }

    #[test]
    fn who_fits_with_both_sides_stands_with_both() {
        let fits = [(0, 1), (0, 3), (1, 3), (2, 3)];
        assert_eq!(row(4, &fits, &[(0, 2), (1, 2)]).camps(), "A B D | C D");
    }

    #[test]
    fn who_fits_by_way_of_another_fits() {
        assert_eq!(row(3, &[(0, 2), (1, 2)], &[]).camps(), "A B C");
    }
}
