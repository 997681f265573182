//! Which characters the bytes of a file stand for. What is no UTF-8 is still read, and said out loud; bytes that are no
//! text at all are refused.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The text of a file, and what the reader must be told about how it was got.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    /// The characters. A byte order mark of UTF-8 stays, so that offsets are those of the file.
    pub(super) text: String,
    /// How it was read, unless as UTF-8.
    pub(super) remark: Option<String>,
}

/// Decodes `bytes`, taken to be in `declared` (the charset that an HTML page names) if they are no UTF-8.
///
/// # Errors
/// What shows that the bytes are no text.
pub(super) fn decode(
    bytes: Vec<u8>,
    declared: Option<&'static Encoding>,
) -> Result<Decoded, String> {
    if let Some(wide) = wide(&bytes) {
        return other(&bytes, wide, "");
    }
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        return Err(format!(
            "this is no text: byte {} is NUL (a program, a picture or an archive?)",
            at + 1
        ));
    }
    // UTF-8 cannot be hit by chance: where it fits, it is right whatever a page says.
    let error = match String::from_utf8(bytes) {
        Ok(text) => return Ok(Decoded { text, remark: None }),
        Err(error) => error,
    };
    let at = error.utf8_error().valid_up_to();
    let bytes = error.as_bytes();
    match declared {
        Some(encoding) if encoding != UTF_8 => other(bytes, encoding, ", as the page says"),
        _ => {
            let why = format!(" (byte {} is not valid UTF-8)", at + 1);
            other(bytes, WINDOWS_1252, &why)
        }
    }
}

/// UTF-16, by its mark or by every second byte being NUL.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    /// Bytes looked at for NULs.
    const SAMPLE: usize = 512;
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return (encoding != UTF_8).then_some(encoding);
    }
    let sample = bytes.get(..SAMPLE.min(bytes.len())).unwrap_or(bytes);
    let nuls = |odd: usize| {
        let every_second = sample.iter().skip(odd).step_by(2);
        every_second.filter(|byte| **byte == 0).count()
    };
    let (even, odd) = (nuls(0), nuls(1));
    let most = |n: usize| n * 4 > sample.len();
    match (sample.len() >= 8, most(even), most(odd)) {
        (true, false, true) if even == 0 => Some(UTF_16LE),
        (true, true, false) if odd == 0 => Some(UTF_16BE),
        _ => None,
    }
}

fn other(bytes: &[u8], encoding: &'static Encoding, why: &str) -> Result<Decoded, String> {
    let (text, encoding, broken) = encoding.decode(bytes);
    let name = match encoding.name() {
        "windows-1252" => "Windows-1252",
        name => name,
    };
    let signs = |c: &char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}');
    let controls = text.chars().filter(signs).count();
    // Prose has no control characters; a stray one is a slip, many are a file that was never text.
    if controls * 50 > text.chars().count() {
        return Err(format!(
            "this is no text: it is not valid UTF-8, and as {name} it has {controls} control characters"
        ));
    }
    let loss = if broken {
        "; what could not be decoded is shown as \u{fffd}"
    } else {
        ""
    };
    Ok(Decoded {
        remark: Some(format!("read as {name}{why}{loss}")),
        text: text.into_owned(),
    })
}

/// The charset that an HTML page names in its first kilobyte: `<meta charset=…>` or `content="text/html; charset=…"`.
pub(super) fn charset_of_page(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or(bytes);
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let named = head.split("charset=").nth(1)?;
    let label: String = named
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        .collect();
    Encoding::for_label(label.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<(String, Option<String>), String> {
        decode(bytes.to_vec(), None).map(|d| (d.text, d.remark))
    }

    #[test]
    fn utf_8_is_taken_as_it_is() {
        assert_eq!(read("na\u{ef}ve".as_bytes()), Ok(("naïve".into(), None)));
        assert_eq!(read(b"\xef\xbb\xbfa"), Ok(("\u{feff}a".into(), None)));
    }

    #[test]
    fn other_encodings_are_read_and_named() {
        let (text, remark) = read(b"na\xefve \x93quoted\x94").unwrap_or_default();
        assert_eq!(text, "naïve “quoted”");
        assert_eq!(
            remark.as_deref(),
            Some("read as Windows-1252 (byte 3 is not valid UTF-8)")
        );
        for (bytes, name) in [
            (b"\xff\xfeE\0n\0v\0o\0y\0".as_slice(), "UTF-16LE"),
            (b"\xfe\xff\0E\0n\0v\0o\0y", "UTF-16BE"),
            (b"E\0n\0v\0o\0y\0", "UTF-16LE"),
            (b"\0E\0n\0v\0o\0y", "UTF-16BE"),
        ] {
            let (text, remark) = read(bytes).unwrap_or_default();
            assert_eq!(text, "Envoy");
            assert_eq!(remark, Some(format!("read as {name}")));
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        assert!(read(b"\x7fELF\x02\x01\0\0\0\0").is_err());
        assert!(read(b"\x89PNG\r\n\x1a\n\x81\x8d\x8f\x90\x03\x01\xff").is_err());
        assert!(read(b"Envoys walked out.\0").is_err());
    }

    #[test]
    fn a_page_may_name_its_charset() {
        let page = b"<html><meta charset=\"iso-8859-2\"><p>\xb3\xf3d\xbc</p>";
        let declared = charset_of_page(page);
        let decoded = decode(page.to_vec(), declared);
        assert!(decoded.is_ok_and(|d| d.text.contains("łódź")));
    }
}
