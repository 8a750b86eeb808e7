//! The harness: an application of its own for each test, on the engine asked for, with a fixed clock, a seeded source of
//! ids, a small network and a person for every role.

#![allow(clippy::unwrap_used, clippy::missing_panics_doc)]

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::Router;
use axum::body::Body;
use axum::http::header::{COOKIE, LOCATION, SET_COOKIE};
use axum::http::{Request, StatusCode};
use chrono::{DateTime, Duration, NaiveDate, TimeZone, Utc};
use http_body_util::BodyExt;
use tower::ServiceExt;
use uuid::Uuid;

use crate::access::{self, Me, RoleKind};
use crate::activities::{self, Activity, Weekday};
use crate::app::App;
use crate::clock::{Clock, Ids};
use crate::config::Settings;
use crate::db::scratch::Scratch;
use crate::files;
use crate::i18n::Text18;
use crate::people::{self, NewPerson, NewRole};
use crate::units::{self, NewNetwork, NewUnit, Unit};
use crate::vocabulary::{Kind, PlaceKind};
use crate::{routes, vocabulary, web};

impl Settings {
    /// Settings of an application whose files stand in a folder.
    pub fn for_tests(folder: &std::path::Path) -> Settings {
        Settings {
            database_url: None,
            data_dir: Some(folder.to_owned()),
            listen: "127.0.0.1:0".parse().unwrap(),
            base_url: Some("http://localhost".into()),
            trusted_proxy: None,
            smtp_url: None,
            mail_from: "logbook@localhost".into(),
            log: "info".into(),
        }
    }
}

/// A Thursday evening.
pub fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 10, 15, 18, 0, 0).unwrap()
}

/// (code, kind, parent)
const TREE: [(&str, &str, &str); 7] = [
    ("ljubljana", "municipality", "mreza"),
    ("mc-reka", "centre", "ljubljana"),
    ("mc-most", "centre", "ljubljana"),
    ("brezice", "municipality", "mreza"),
    ("zavod-sava", "organisation", "brezice"),
    ("mc-sava", "centre", "zavod-sava"),
    ("taborniki", "national_organisation", "mreza"),
];

/// An application with the network `mreza`.
pub struct TestApp {
    app: App,
    site: Router,
    pub network_id: Uuid,
    passed: Arc<AtomicI64>,
    _scratch: Scratch,
    _folder: tempfile::TempDir,
}

impl std::ops::Deref for TestApp {
    type Target = App;
    fn deref(&self) -> &App {
        &self.app
    }
}

/// An answer, read whole.
pub struct Answer {
    pub status: StatusCode,
    pub location: Option<String>,
    pub cookie: Option<String>,
    pub headers: axum::http::HeaderMap,
    pub body: String,
    /// The same, of a file that is no text.
    pub bytes: axum::body::Bytes,
}

impl TestApp {
    pub async fn new() -> TestApp {
        TestApp::set(|_| {}).await
    }

    /// With other settings than usual.
    pub async fn set(change: impl FnOnce(&mut Settings)) -> TestApp {
        let folder = tempfile::tempdir().unwrap();
        let scratch = Scratch::new(folder.path()).await;
        let passed = Arc::new(AtomicI64::new(0));
        let source = passed.clone();
        let clock = Clock::from(move || now() + Duration::seconds(source.load(Ordering::Relaxed)));
        let ids = Ids::seeded(7, clock.clone());
        let mut settings = Settings::for_tests(folder.path());
        change(&mut settings);
        let app = App::new(scratch.db.clone(), clock, ids, settings);
        let network_id = network(&app, "mreza", "Mreža").await;
        let site = web::serve(app.clone(), routes());
        TestApp { app, site, network_id, passed, _scratch: scratch, _folder: folder }
    }

    pub fn app(&self) -> &App {
        &self.app
    }

    /// Time passes, and nothing else happens.
    pub fn wait(&self, time: Duration) {
        self.passed.fetch_add(time.num_seconds(), Ordering::Relaxed);
    }

    pub fn today(&self) -> NaiveDate {
        self.clock.today(chrono_tz::Europe::Ljubljana)
    }

    pub async fn unit(&self, code: &str) -> Unit {
        units::find(&self.app, "mreza", code).await.unwrap()
    }

    pub async fn unit_by_id(&self, id: Uuid) -> Unit {
        units::by_id(&self.app.db, self.network_id, id, self.clock.day()).await.unwrap().unwrap()
    }

    /// Somebody with a role on a unit, signed in; the cookie of their session.
    pub async fn person(&self, kind: RoleKind, unit: &str) -> (Me, String) {
        let unit = self.unit(unit).await;
        let mail = format!("{}@{}.example", kind.code(), unit.code);
        let mut tx = self.app.db.begin().await.unwrap();
        let id = match people::by_mail(&mut tx, &mail).await.unwrap() {
            Some(person) => person.id,
            None => {
                let new = NewPerson {
                    id: self.app.ids.ordered(),
                    mail,
                    name: format!("{} {}", kind.code(), unit.code),
                    language: "sl".into(),
                    password_hash: None,
                };
                people::insert_person(&mut tx, &new, now()).await.unwrap();
                new.id
            }
        };
        let role = NewRole {
            id: self.app.ids.ordered(),
            person_id: id,
            unit_id: unit.id,
            kind,
            from_on: NaiveDate::from_ymd_opt(2020, 1, 1).unwrap(),
            granted_by: None,
        };
        people::insert_role(&mut tx, unit.network.id, &role).await.unwrap();
        tx.commit().await.unwrap();
        let token = access::begin_session(&self.app, id).await.unwrap();
        let me = access::me(&self.app, &token).await.unwrap().unwrap();
        (me, format!("logbook_session={token}"))
    }

    /// An activity of a unit: open, Thursdays 17:00 to 20:00.
    pub async fn activity(&self, unit: &str, code: &str) -> Activity {
        self.keep(self.activity_like(unit, code).await).await
    }

    /// [`TestApp::activity`] before it is kept, to be changed first.
    pub async fn activity_like(&self, unit: &str, code: &str) -> Activity {
        let unit = self.unit(unit).await;
        Activity {
            id: self.app.ids.ordered(),
            unit_id: unit.id,
            code: code.into(),
            name: Text18::two(&format!("Dejavnost {code}"), &format!("Activity {code}")),
            kind: Kind::Open,
            place_kind: PlaceKind::OnSite,
            main_tag: None,
            main_field: None,
            project: None,
            place: None,
            from_on: unit.opened_on,
            until_on: None,
            default_start_min: None,
            default_duration_min: None,
            version: 1,
            terms: Vec::new(),
            weekdays: vec![Weekday { weekday: 4, start_min: 17 * 60, duration_min: 180 }],
            week_from: unit.opened_on,
            former: Vec::new(),
        }
    }

    pub async fn keep(&self, activity: Activity) -> Activity {
        let mut tx = self.app.db.begin().await.unwrap();
        activities::insert_activity(&mut tx, self.network_id, &activity).await.unwrap();
        tx.commit().await.unwrap();
        activity
    }

    /// A photo beside an entry of a unit.
    pub async fn put_photo(
        &self,
        me: &Me,
        unit: &str,
        (entry, id): (Uuid, Uuid),
        shade: u8,
        typed: &files::Typed,
    ) -> files::Put {
        let read = files::read(photo(shade)).await.unwrap().unwrap();
        files::put(&self.app, me, &self.unit(unit).await, (entry, id), typed, &read).await.unwrap()
    }

    async fn ask(&self, request: Request<Body>) -> Answer {
        let response = self.site.clone().oneshot(request).await.unwrap();
        let text = |name| response.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
        let (status, location) = (response.status(), text(LOCATION));
        let cookie = text(SET_COOKIE).and_then(|cookie| cookie.split(';').next().map(str::to_owned));
        let headers = response.headers().clone();
        let bytes = response.into_body().collect().await.unwrap().to_bytes();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status, location, cookie, headers, body, bytes }
    }

    /// GET, as the holder of a cookie ("" for nobody).
    pub async fn get(&self, path: &str, cookie: &str) -> Answer {
        self.ask(Request::get(path).header(COOKIE, cookie).body(Body::empty()).unwrap()).await
    }

    /// POST of a form, as a page of our own would send it.
    pub async fn post(&self, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Answer {
        let body = serde_urlencoded(fields);
        let request = Request::post(path)
            .header(COOKIE, cookie)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(body))
            .unwrap();
        self.ask(request).await
    }

    /// Any request at all.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        self.ask(request).await
    }
}

fn serde_urlencoded(fields: &[(&str, &str)]) -> String {
    let encode = |text: &str| -> String {
        text.bytes()
            .map(|byte| {
                if byte.is_ascii_alphanumeric() {
                    char::from(byte).to_string()
                } else {
                    format!("%{byte:02X}")
                }
            })
            .collect()
    };
    fields
        .iter()
        .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
        .collect::<Vec<_>>()
        .join("&")
}

/// A small photo as a file, another one for each shade.
pub fn photo(shade: u8) -> Vec<u8> {
    let points = image::RgbImage::from_fn(60, 40, |x, y| {
        image::Rgb([shade, u8::try_from(x * 4).unwrap(), u8::try_from(y * 6).unwrap()])
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    points.write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

/// A network of two municipalities, with its words.
pub async fn network(app: &App, code: &str, name: &str) -> Uuid {
    let opened_on = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap();
    let mut tx = app.db.begin().await.unwrap();
    let new = NewNetwork {
        code,
        name: &Text18::two(name, "Network"),
        opened_on,
        languages: vec!["sl".into(), "en".into()],
        zone: chrono_tz::Europe::Ljubljana,
        country: "SI",
    };
    let (network_id, root) = units::found(app, &mut tx, new).await.unwrap();
    vocabulary::insert_terms(&mut tx, network_id, &app.ids, &vocabulary::standard_terms()).await.unwrap();
    let bands = vocabulary::standard_bands();
    vocabulary::insert_age_bands(&mut tx, network_id, &app.ids, opened_on, &bands).await.unwrap();
    let mut placed = std::collections::HashMap::from([("mreza", (root, access::Path::root(root)))]);
    for (code, kind, parent) in TREE {
        let new = NewUnit {
            id: app.ids.ordered(),
            code: code.into(),
            kind: kind.into(),
            name: Text18::two(&format!("Enota {code}"), &format!("Unit {code}")),
            place: None,
            opened_on,
        };
        let (parent_id, parent_path) = placed[parent].clone();
        let path = units::add(&mut tx, network_id, Some((parent_id, &parent_path)), app.ids.ordered(), &new)
            .await
            .unwrap();
        placed.insert(code, (new.id, path));
    }
    tx.commit().await.unwrap();
    network_id
}
