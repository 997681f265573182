//! When an article was published, as people and files write it: the one reading of it for options, `twosource.json` and articles.

use jiff::civil::Date;
use jiff::fmt::temporal::Pieces;

/// Reads `YYYY-MM-DD`, or that with `THH:MM`, seconds and a zone as far as they are known.
///
/// # Errors
/// If it is no such day or time, with the form that is wanted.
pub(super) fn published(text: &str) -> Result<String, String> {
    let said = text.trim();
    if is_moment(said) {
        Ok(said.to_owned())
    } else {
        Err(format!(
            "\"{text}\" is no day of publication: write YYYY-MM-DD, or YYYY-MM-DDTHH:MM:SS with a zone behind it (Z, +02:00) if it is known"
        ))
    }
}

fn is_moment(text: &str) -> bool {
    let day = text.get(..10).unwrap_or("");
    let is_day = day.parse::<Date>().is_ok_and(|d| d.to_string() == day);
    // Without colons a time is none to those who count from it.
    let has_colon = text.as_bytes().get(13) == Some(&b':');
    let is_time = || has_colon && Pieces::parse(text).is_ok_and(|p| p.time().is_some());
    is_day && (text.len() == 10 || is_time())
}

#[cfg(test)]
mod tests {
    use super::published;

    #[test]
    fn days_and_moments_are_read_and_nothing_else() {
        for yes in [
            "2024-06-05",
            "2018-02-03T18:20:32",
            "2018-02-03T18:20",
            "2018-02-03 18:20:32",
            "2024-05-02T10:11:12.000Z",
            "2024-05-02T10:11+02:00",
            "2024-05-02T10:11:12+0200",
            "2024-05-02T10:11:12+02:00[Europe/Paris]",
        ] {
            assert_eq!(published(yes).as_deref(), Ok(yes));
        }
        for no in [
            "",
            "yesterday",
            "3 June 2024",
            "2024-13-01",
            "2024-02-30",
            "20240605",
            "2024-6-5",
            "2024-06-05T99:99zz",
            "2024-06-05T",
            "2024-06-05T10",
            "2024-06-05T1011",
            "2024-06-05 or so",
            "2024-06-05T10:11 in the morning",
            "2024-06-05é",
        ] {
            let refused = published(no);
            assert!(refused.is_err_and(|why| why.contains("YYYY-MM-DD")), "{no}");
        }
    }
}
