//! Reports: the rules alone, what is kept, and the pages as those see them who write, finish and read.

mod drafts;
mod files;
mod final_ones;
mod held_against;
mod held_plan;
mod merging;
mod one_truth;
mod photos;
mod plan;
mod plan_year;
mod rules;
mod since;
mod stories;
mod templates;
mod versions;

use std::collections::BTreeMap;

use chrono::{Days, Duration, NaiveDate};
use uuid::Uuid;

use super::making::{self, New};
use super::report::Report;
use crate::access::{Me, RoleKind};
use crate::activities::{self, Activity, Entry, Heads, record};
use crate::measures::scene as figures;
use crate::testing::TestApp;
use crate::units::Unit;
use crate::vocabulary::{Gender, Kind};

pub struct Scene {
    pub app: TestApp,
    pub unit: Unit,
    pub activity: Activity,
    pub worker: (Me, String),
    pub mentor: (Me, String),
    pub viewer: (Me, String),
    pub entries: Vec<Entry>,
}

pub fn evening(app: &TestApp, activity: &Activity, date: NaiveDate, n: i64) -> Entry {
    let mut entry =
        Entry { duration_min: 180, created_min: 45, ..figures::plain(activity, app.ids.ordered(), date) };
    entry.first_visits = Some(1);
    entry.counts.participant = Some(Heads {
        total: n,
        gender: BTreeMap::from([(Gender::Girl, n - 3), (Gender::Boy, 2), (Gender::Unknown, 1)]),
        age: BTreeMap::from([("15-18".to_owned(), n - 1), ("19-24".to_owned(), 1)]),
    });
    entry
}

/// Every tenth day of 2025 at a centre, 13 visits each; and whoever works there or looks on.
pub async fn scene() -> Scene {
    let app = TestApp::new().await;
    let activity = figures::activity(&app, "mc-reka", "vecer", Kind::Open).await;
    let first = NaiveDate::from_ymd_opt(2025, 1, 3).unwrap();
    let entries: Vec<Entry> =
        (0..36u64).map(|n| evening(&app, &activity, first + Days::new(10 * n), 13)).collect();
    figures::write(&app, &entries).await;
    app.wait(Duration::hours(1));
    Scene {
        unit: app.unit("mc-reka").await,
        worker: app.person(RoleKind::Worker, "mc-reka").await,
        mentor: app.person(RoleKind::Mentor, "mc-reka").await,
        viewer: app.person(RoleKind::Viewer, "ljubljana").await,
        activity,
        entries,
        app,
    }
}

impl Scene {
    pub async fn begin(&self, template: &str, period: &str) -> Report {
        let new = New {
            id: self.app.ids.ordered(),
            template: template.into(),
            period: period.into(),
            language: "sl".into(),
            supersedes: None,
        };
        making::begin(&self.app, &self.worker.0, &self.unit, &new).await.unwrap().unwrap()
    }

    /// A year's report, finished.
    pub async fn finished(&self) -> Report {
        let report = self.begin("centre-year", "2025").await;
        let ending = making::finish(&self.app, &self.mentor.0, &self.unit, report.id).await.unwrap();
        assert_eq!(ending, making::Ending::Done);
        self.app.wait(Duration::hours(1));
        super::store::find(&self.app.db, self.unit.network.id, report.id).await.unwrap().unwrap()
    }

    pub fn base(&self, report: &Report) -> String {
        format!("/units/mreza/mc-reka/reports/{}", report.id)
    }

    /// Corrects an entry as its page does.
    pub async fn correct(&self, id: Uuid, change: impl FnOnce(&mut Entry)) {
        let stored = activities::entry(&self.app.db, self.unit.network.id, id).await.unwrap().unwrap();
        let mut entry = stored.entry.clone();
        change(&mut entry);
        let command = record::Command {
            id: self.app.ids.ordered(),
            base_version: Some(stored.version),
            entry,
            author: None,
            confirmed: true,
        };
        let saved =
            record::save(&self.app, &self.worker.0, &self.unit, &self.activity, vec![command]).await.unwrap();
        assert!(matches!(saved, record::Outcome::Saved { .. }), "{saved:?}");
    }
}

/// Addresses of opened figures, with what stands on them.
pub fn links(body: &str) -> Vec<(String, String)> {
    let mut links = Vec::new();
    for link in body.split("<a href=\"").skip(1) {
        let Some((href, rest)) = link.split_once("\">") else { continue };
        if let Some(text) = rest.split("</a>").next().filter(|_| href.contains("/figures?")) {
            links.push((href.replace("&#38;", "&").replace("&amp;", "&"), text.to_owned()));
        }
    }
    links
}
