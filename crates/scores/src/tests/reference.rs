//! Quantiles beside scipy's. The rest of the fixtures is read by `tests/reference.rs`, from outside.

use super::{t, z};

#[test]
fn quantiles_are_those_of_an_independent_package() {
    let all: serde_json::Value =
        serde_json::from_str(include_str!("../../tests/fixtures/reference.json")).unwrap();
    let cases = all["quantiles"].as_array().unwrap();
    assert!(cases.len() > 40);
    for case in cases {
        let (p, theirs) = (case["p"].as_f64().unwrap(), case["gives"].as_f64().unwrap());
        let ours = match case["df"].as_u64() {
            Some(degrees) => t(p, degrees.try_into().unwrap()).unwrap(),
            None => z(p),
        };
        assert!((ours - theirs).abs() <= 1e-9, "{ours} is not {theirs}: {case}");
    }
}

/// One by one past the place where the library is left: each a little nearer to the normal quantile than the last.
#[test]
fn t_falls_towards_the_normal_quantile_at_every_size() {
    for p in [0.975, 0.999] {
        let mut last = f64::INFINITY;
        for degrees in 1..5_000 {
            let now = t(p, degrees).unwrap();
            assert!(now < last && now > z(p), "{now} after {last} with {degrees}");
            last = now;
        }
        assert!(t(p, u32::MAX).unwrap() - z(p) < 1e-8);
        assert_eq!(t(p, 0), None);
    }
}
