//! Who sees a finding, and when.

use chrono::Days;
use uuid::Uuid;

use super::scene::{date, seen};
use crate::access::{Act, RoleKind};
use crate::watch::rules::{Eyes, FIRST, Finding, Seen, Sight, UNTOLD, hours, sight};

const WORKER: Eyes = Eyes { person: Uuid::from_u128(1), records: true, watches: false, sees_staff: false };
const MENTOR: Eyes = Eyes { person: Uuid::from_u128(2), records: true, watches: true, sees_staff: true };
const COORDINATOR: Eyes =
    Eyes { person: Uuid::from_u128(3), records: false, watches: true, sees_staff: true };
const VIEWER: Eyes = Eyes { person: Uuid::from_u128(4), records: false, watches: false, sees_staff: false };

fn long() -> Finding {
    hours(&[&Seen { duration_min: 800, ..seen(0, 9) }]).remove(0)
}

#[test]
fn who_records_sees_it_first() {
    let (it, found) = (long(), date(2026, 7, 1));
    let see = |eyes, told, on, quiet| sight(&it, told, eyes, on, quiet);
    assert_eq!(see(WORKER, None, found, false), Sight::Shown);
    for eyes in [MENTOR, COORDINATOR] {
        assert_eq!(see(eyes, None, found, false), Sight::TheirsFirst);
        let told = found + Days::new(3);
        assert_eq!(see(eyes, Some(told), told + Days::new(FIRST - 1), false), Sight::TheirsFirst);
        assert_eq!(see(eyes, Some(told), told + Days::new(FIRST), false), Sight::Shown);
        assert_eq!(see(eyes, None, found + Days::new(UNTOLD - 1), false), Sight::TheirsFirst);
        assert_eq!(see(eyes, None, found + Days::new(UNTOLD), false), Sight::Shown, "never shown to them");
        assert_eq!(see(eyes, None, found, true), Sight::Shown, "nobody is there to be shown it");
    }
    let own = Finding { authors: vec![MENTOR.person], ..it.clone() };
    assert_eq!(sight(&own, None, MENTOR, found, false), Sight::Shown, "whoever recorded it knows the answer");
}

#[test]
fn who_sees_no_entries_sees_nothing_and_staff_hours_are_for_few() {
    let it = long();
    assert_eq!(sight(&it, None, VIEWER, date(2027, 1, 1), true), Sight::NotTheirs);
    let staff = Seen { staff_count: Some(1), staff_min: Some(900), ..seen(0, 9) };
    let staff = hours(&[&staff]).remove(0);
    assert_eq!(sight(&staff, None, WORKER, date(2026, 7, 1), false), Sight::NotTheirs);
    let own = Finding { authors: vec![WORKER.person], ..staff };
    assert_eq!(sight(&own, None, WORKER, date(2026, 7, 1), false), Sight::Shown);
}

/// Findings name entries and tell their heads, so they are for whoever may see entries, and nobody else.
#[test]
fn whoever_is_shown_findings_may_see_entries() {
    for kind in RoleKind::ALL {
        let shown = Act::Watch.allowed_to(kind) || Act::Record.allowed_to(kind);
        assert_eq!(shown, Act::SeeEntries.allowed_to(kind), "{kind:?}");
    }
}
