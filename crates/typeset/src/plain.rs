//! Entries of a document that say nothing new, and that readers of PDF in wide use take for a mistake. They are made blank, for
//! the document tells of each of its objects at which byte it begins.

/// That no tag is doubtful, as if it were not said; and the colour of a line of a table, which is drawn in it anyway.
const TOLD: [(&[u8], bool); 2] = [(b"/Suspects false", false), (b"/BorderColor[", true)];

/// Where a list ends that was opened just before.
fn closed(bytes: &[u8]) -> Option<usize> {
    let mut open = 1;
    bytes.iter().position(|byte| {
        match byte {
            b'[' => open += 1,
            b']' => open -= 1,
            _ => {}
        }
        open == 0
    })
}

/// The same document without them. What is packed inside it cannot look like them but by a chance of one in 2¹⁰⁰.
pub fn without(mut pdf: Vec<u8>) -> Vec<u8> {
    for (told, list) in TOLD {
        let mut from = 0;
        while let Some(at) = pdf[from..].windows(told.len()).position(|seen| seen == told) {
            let start = from + at;
            let mut end = start + told.len();
            if list {
                end += closed(&pdf[end..]).map_or(0, |last| last + 1);
            }
            pdf[start..end].fill(b' ');
            from = end;
        }
    }
    pdf
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn what_says_nothing_new_is_blank_and_nothing_moves() {
        for (before, after) in [
            ("<</Marked true/Suspects false>>", "<</Marked true               >>"),
            ("<</Suspects true>>", "<</Suspects true>>"),
            ("/O/Layout/BorderColor[0.5 .5 1]/A/B", "/O/Layout                      /A/B"),
            ("/BorderColor[[1 0 0]null[0 0 1]null]/A[1]", "                                    /A[1]"),
            ("/A/BorderColor[0 0 0]/BorderColor[1 1 1]", "/A                                       "),
            ("/BorderColor[0 0", "             0 0"),
            ("", ""),
        ] {
            let made = without(before.as_bytes().to_vec());
            assert_eq!(made.len(), before.len());
            assert_eq!(String::from_utf8(made).unwrap().trim_end(), after.trim_end(), "{before}");
        }
    }
}
