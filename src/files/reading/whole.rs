//! Whether a JPEG came to its end. Decoders fill in what is missing with grey, and nobody would see that half of a sheet is
//! not there.

/// Walks from segment to segment up to the mark that ends the picture. What stands behind it, as phones put films there, does
/// not matter; marks inside of segments, as of a small copy in it, do not count.
pub fn jpeg(bytes: &[u8]) -> bool {
    let mut at = 2;
    loop {
        // Marks may have any number of 0xff before them.
        while bytes.get(at) == Some(&0xff) && bytes.get(at + 1) == Some(&0xff) {
            at += 1;
        }
        let (Some(0xff), Some(mark)) = (bytes.get(at), bytes.get(at + 1)) else { return false };
        at += 2;
        match mark {
            0xd9 => return true,
            // Marks without anything behind them.
            0x01 | 0xd0..=0xd8 => continue,
            _ => {}
        }
        let (Some(high), Some(low)) = (bytes.get(at), bytes.get(at + 1)) else { return false };
        at += usize::from(u16::from_be_bytes([*high, *low])).max(2);
        if *mark == 0xda {
            // Points, in which a mark is never followed by 0 or by where a part of them begins again.
            let Some(rest) = bytes.get(at..) else { return false };
            let next = |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0 | 0xd0..=0xd7 | 0xff);
            match rest.windows(2).position(next) {
                Some(skipped) => at += skipped,
                None => return false,
            }
        }
    }
}
