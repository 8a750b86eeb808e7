//! The exact tail of the binomial distribution.

/// ln of the chance of exactly `k` of `n`, each coming with chance `p`; 0 < `p` < 1.
fn ln_exactly(n: u32, k: u32, p: f64) -> f64 {
    let fewer = k.min(n - k);
    let ways: f64 = (1..=fewer).map(|i| (f64::from(n - fewer + i) / f64::from(i)).ln()).sum();
    ways + f64::from(k) * p.ln() + f64::from(n - k) * (1.0 - p).ln()
}

/// The chance of `k` or more of `n`, each coming with chance `p`; 0 < `p` < 1. Logarithms, so that nothing becomes 0 for
/// large `n`.
pub fn tail(n: u32, k: u32, p: f64) -> f64 {
    if k == 0 {
        return 1.0;
    }
    if k > n {
        return 0.0;
    }
    // Summed on the side that is the smaller one.
    let upper = f64::from(k) > f64::from(n) * p;
    let side: f64 = if upper {
        (k..=n).map(|j| ln_exactly(n, j, p).exp()).sum()
    } else {
        (0..k).map(|j| ln_exactly(n, j, p).exp()).sum()
    };
    if upper { side.min(1.0) } else { (1.0 - side).max(0.0) }
}
