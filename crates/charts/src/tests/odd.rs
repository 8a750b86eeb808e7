//! Any input at all makes a chart that keeps the rules.

use super::check::rules;
use super::{columns, share_bars, shift, side_bars};
use crate::*;

/// A small generator of odd inputs: same ones at every run.
pub(super) struct Odd(pub(super) u64);

impl Odd {
    pub(super) fn next(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) % n
    }

    pub(super) fn value(&mut self) -> f64 {
        let odd = [
            0.0,
            -0.0,
            -5.0,
            1.0,
            3.7,
            f64::NAN,
            f64::INFINITY,
            f64::NEG_INFINITY,
            f64::MAX,
            f64::MIN_POSITIVE,
            5e-324,
        ];
        match self.next(3) {
            0 => odd[self.next(odd.len() as u64) as usize],
            _ => self.next(100_000) as f64 / 7.0,
        }
    }

    pub(super) fn text(&mut self) -> String {
        let parts = [
            "",
            "a",
            " ",
            "&",
            "<b>",
            "\"",
            "'",
            "1.234",
            "Š",
            "日本語",
            "\u{0}",
            "\n",
            "👩‍🚀",
            "zelodolgabesedabrezkonca",
            "]]>",
            "%",
        ];
        (0..self.next(9)).map(|_| parts[self.next(parts.len() as u64) as usize]).collect()
    }

    pub(super) fn link(&mut self) -> Option<String> {
        (self.next(4) == 0).then(|| self.text())
    }
}

#[test]
fn any_input_makes_a_good_chart() {
    let mut odd = Odd(1);
    for round in 0..500 {
        let n = if round % 100 == 0 { 400 } else { odd.next(40) };
        let mut c = vec![];
        let mut b = vec![];
        for _ in 0..n {
            let before = (odd.next(2) == 0).then(|| odd.value());
            let (label, shown, title, href) = (odd.text(), odd.text(), odd.text(), odd.link());
            let (value, flag) = (odd.value(), odd.next(5) == 0);
            b.push(Bar {
                label: label.clone(),
                value,
                shown: shown.clone(),
                share: odd.text(),
                muted: flag,
                href: href.clone(),
                title: title.clone(),
            });
            c.push(Column { label, value, shown, before, sum: before, title, href, unfinished: flag });
        }
        let height = [0, 1, 260, u32::MAX][odd.next(4) as usize];
        let (id, whole) = (odd.text(), odd.value());
        let charts = [
            Columns { id: id.clone(), height, ..columns(c) }.svg(),
            ShareBars { id: id.clone(), ..share_bars(whole, b.clone()) }.svg(),
            SideBars { id: id.clone(), ..side_bars(b) }.svg(),
            Shift { id, shown: odd.text(), ..shift(odd.value() / 1e4, odd.value() / 1e4) }.svg(),
        ];
        for svg in charts {
            assert_eq!(rules(&svg, false), Ok(()), "round {round}: {svg}");
        }
    }
}
