//! A name for a finding that survives moved lines: it depends on what is said, not on where.

use crate::document::fold;

/// Eight hexadecimal digits for a claim's id and the words of its sides (value and quote of each), by 64-bit FNV-1a
/// folded to 32 bits. White space and case do not count.
pub(super) fn fingerprint<'t>(claim: &str, words: impl IntoIterator<Item = &'t str>) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut add_byte = |byte: u8| {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    };
    let mut add = |text: &str| {
        // Every word is followed by one space, the last too.
        let mut is_in_word = false;
        for byte in fold(text).bytes() {
            if !byte.is_ascii_whitespace() {
                add_byte(byte);
                is_in_word = true;
            } else if std::mem::take(&mut is_in_word) {
                add_byte(b' ');
            }
        }
        if is_in_word {
            add_byte(b' ');
        }
        add_byte(0xff);
    };
    add(claim);
    words.into_iter().for_each(add);
    format!("{:08x}", (hash >> 32) as u32 ^ hash as u32)
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    #[test]
    fn depends_on_words_not_on_layout() {
        let one = fingerprint("walkout.leader", ["Ann Lee", "Ann Lee led it."]);
        assert_eq!(
            one,
            fingerprint("walkout.leader", ["Ann  Lee", "Ann Lee\nled it."])
        );
        assert_ne!(
            one,
            fingerprint("walkout.leader", ["Ann Lee Ann", "Lee led it."])
        );
        assert_eq!(one.len(), 8);
    }
}
