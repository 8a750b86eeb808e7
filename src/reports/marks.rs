//! The short marks of figures: a, b, … z, aa, ab, …

/// The n-th mark, from 0 on.
pub fn mark(n: usize) -> String {
    let mut n = n;
    let mut letters = Vec::new();
    loop {
        // Below 26, so always a letter.
        letters.push(b'a' + u8::try_from(n % 26).unwrap_or(0));
        if n < 26 {
            break;
        }
        n = n / 26 - 1;
    }
    letters.reverse();
    letters.into_iter().map(char::from).collect()
}
