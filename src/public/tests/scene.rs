//! Two centres of a municipality that recorded two years, of which one is over.

use std::collections::BTreeMap;

use crate::access::{Me, RoleKind};
use crate::activities::{Entry, Heads};
use crate::measures::scene::{activity, date, plain, write};
use crate::periods::{self, Whole};
use crate::public::making::{self, Publishing, publish, save};
use crate::public::page::Chosen;
use crate::public::{reading, store};
use crate::testing::TestApp;
use crate::vocabulary::{Gender, Kind};

pub struct Scene {
    pub app: TestApp,
    pub coordinator: Me,
    pub cookie: String,
}

/// Girls, boys, and those of whom it was not stated.
pub fn heads(girls: i64, boys: i64, not_stated: i64) -> Heads {
    let gender = [(Gender::Girl, girls), (Gender::Boy, boys), (Gender::NotStated, not_stated)];
    let gender = gender.into_iter().filter(|(_, n)| *n > 0).collect();
    Heads { total: girls + boys + not_stated, gender, age: BTreeMap::new() }
}

pub async fn evening(app: &TestApp, unit: &str, kind: Kind, day: (i32, u32, u32), of: Heads) {
    let code = format!("{}-{}", kind.code().replace('_', "-"), app.ids.below(1_000_000));
    let offered = activity(app, unit, &code, kind).await;
    let mut entry =
        Entry { duration_min: 120, ..plain(&offered, app.ids.ordered(), date(day.0, day.1, day.2)) };
    entry.counts.participant = Some(of);
    write(app, &[entry]).await;
}

/// What was recorded: the river's centre has few not stated, the bridge's enough.
pub async fn scene() -> Scene {
    let app = TestApp::new().await;
    let (coordinator, cookie) = app.person(RoleKind::Coordinator, "mreza").await;
    for (unit, kind, month, of) in [
        ("mc-reka", Kind::Open, 3, heads(40, 30, 3)),
        ("mc-reka", Kind::Group, 4, heads(20, 12, 0)),
        ("mc-most", Kind::Open, 3, heads(30, 30, 12)),
        ("mc-most", Kind::Event, 6, heads(11, 14, 0)),
    ] {
        evening(&app, unit, kind, (2025, month, 6), of.clone()).await;
        evening(&app, unit, kind, (2026, month, 5), of).await;
    }
    Scene { app, coordinator, cookie }
}

impl Scene {
    pub async fn close(&self, unit: &str) {
        let (unit, id) = (self.app.unit(unit).await, self.app.ids.random());
        periods::close(&self.app, &self.coordinator, &unit, Whole::Year(2025), id).await.unwrap().unwrap();
    }

    /// Publishes what is chosen, as it is looked at.
    pub async fn publish(&self, unit: &str, chosen: &Chosen) {
        let unit = self.app.unit(unit).await;
        let version = store::draft(&self.app.db, &unit).await.unwrap().version;
        save(&self.app, &self.coordinator, &unit, version, chosen).await.unwrap();
        let (_, years) = reading::draft(&self.app, &unit, chosen).await.unwrap();
        let of = (self.app.ids.ordered(), making::seen(chosen, &years));
        let became = publish(&self.app, &self.coordinator, &unit, (of.0, &of.1)).await.unwrap();
        assert_eq!(became, Publishing::Done);
    }

    /// As somebody sees it who has no account; spaces can break.
    pub async fn page(&self, path: &str) -> String {
        let answer = self.app.get(path, "").await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        answer.body.replace('\u{a0}', " ")
    }

    pub fn minute(&self) {
        self.app.wait(chrono::Duration::seconds(61));
    }
}
