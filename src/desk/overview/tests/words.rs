//! What is said of figures and of the time they are compared with.

use super::evenings;
use crate::access::RoleKind;
use crate::i18n::{Lang, Words};
use crate::measures::{self, Amount, Measure};
use crate::measures::{difference, shown};
use crate::testing::TestApp;
use crate::vocabulary::Kind;

#[test]
fn differences_are_those_of_the_figures_shown() {
    let w = Words(Lang::Sl);
    let (now, then) = (Amount::Ratio(0.05349), Amount::Ratio(0.03951));
    let share = Measure::CreatedShare;
    assert_eq!((shown(w, share, now), shown(w, share, then)), ("5,3\u{a0}%".into(), "4,0\u{a0}%".into()));
    assert_eq!(difference(w, share, now, then).unwrap(), "+1,3\u{a0}o.\u{a0}t.");
    assert_eq!(difference(w, share, then, now).unwrap(), "\u{2212}1,3\u{a0}o.\u{a0}t.");
    assert_eq!(difference(w, share, then, then).unwrap(), "0,0\u{a0}o.\u{a0}t.");
    // 1,0 and 1,0 on the page are no difference, and 1,1 to 1,0 is a tenth.
    let each = Measure::VisitsPerOccasion;
    assert_eq!(difference(w, each, Amount::Ratio(1.04), Amount::Ratio(0.96)).unwrap(), "0\u{a0}%");
    assert_eq!(difference(w, each, Amount::Ratio(1.05), Amount::Ratio(1.04)).unwrap(), "+10\u{a0}%");
    assert_eq!(difference(w, each, Amount::Ratio(1.0), Amount::None), None);
}

#[tokio::test]
async fn what_a_finding_is_compared_with_is_called_by_its_name() {
    let app = TestApp::new().await;
    evenings(&app).await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    for (asked, says) in [
        ("period=day&date=2026-10-09", "na isti dan lani"),
        ("period=week&date=2026-10-15", "v istih dneh istega tedna lani"),
        ("period=week&date=2026-06-10", "v istem tednu lani"),
        ("period=week&date=2025-06-11", "v istem tednu leto prej še ni bilo zapisov"),
        ("period=month&date=2026-10-01", "v istih dneh lani"),
        ("period=month&date=2026-09-01", "v istem mesecu lani"),
        ("period=year&date=2026-01-01", "v istih dneh lani"),
        ("period=year&date=2025-01-01", "leto prej še ni bilo zapisov"),
    ] {
        let page = app.get(&format!("/units/mreza/ljubljana?{asked}"), &mentor).await.body;
        let lead = page.split("<p class=\"lead\">").nth(1).unwrap().split("</p>").next().unwrap();
        assert!(lead.contains(says), "{asked}: {lead}");
    }
}

#[tokio::test]
async fn where_no_age_was_written_down_nothing_is_said_of_the_young() {
    let app = TestApp::new().await;
    let (_, mentor) = app.person(RoleKind::Mentor, "ljubljana").await;
    let page = async || app.get("/units/mreza/ljubljana?period=year&date=2026-01-01", &mentor).await.body;
    let open = measures::scene::activity(&app, "mc-reka", "club", Kind::Open).await;
    let plain = measures::scene::plain(&open, app.ids.ordered(), app.today());
    measures::scene::write(&app, &[plain]).await;
    let silent = page().await;
    assert!(silent.contains("id=\"h-age\"") && !silent.contains("Od 15 do 29 let"), "{silent}");
    evenings(&app).await;
    assert!(page().await.contains("Od 15 do 29 let"));
}
