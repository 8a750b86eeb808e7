//! Every address × every role × own branch, other branch, above: asked of the real application, and compared with the rule
//! that stands here. A new address needs one line in [`RULES`], and one in [`Scene::sample`] if it holds a new kind of id.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::Request;
use logbook::access::{self, Act, RoleKind};
use logbook::i18n::{Text18, Words};
use logbook::people::{self, NewPerson, NewRole};
use logbook::testing::{self, Answer, TestApp};
use logbook::units::{self, Unit};
use logbook::vocabulary::{Kind, PlaceKind};
use logbook::web::Address;
use logbook::{activities, routes, web};
use uuid::Uuid;

use Who::{At, Public, SignedIn};

/// Who may ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    Public,
    SignedIn,
    /// Whoever holds a role at or above the unit that allows this.
    At(Act),
}

const RULES: &[(&str, Who)] = &[
    ("GET /assets/{hash}/{name}", Public),
    ("GET /health", Public),
    ("GET /sign-in", Public),
    ("POST /sign-in", Public),
    ("POST /language", Public),
    ("GET /invitations/{token}", Public),
    ("POST /invitations/{token}", Public),
    ("GET /password-resets/{token}", Public),
    ("POST /password-resets/{token}", Public),
    ("POST /sign-out", SignedIn),
    ("POST /sign-out/everywhere", SignedIn),
    ("GET /account", SignedIn),
    ("POST /account", SignedIn),
    ("POST /account/password", SignedIn),
    ("GET /definitions", Public),
    ("GET /privacy", Public),
    ("GET /units/{network}/{unit}", At(Act::SeeFigures)),
    ("GET /units/{network}/{unit}/figures", At(Act::SeeFigures)),
    ("GET /", SignedIn),
    ("GET /units/{network}/{unit}/today", At(Act::Record)),
    ("GET /units/{network}/{unit}/entries", At(Act::SeeEntries)),
    ("GET /units/{network}/{unit}/entries/choose", At(Act::Record)),
    ("GET /units/{network}/{unit}/entries/new", At(Act::Record)),
    ("POST /units/{network}/{unit}/entries", At(Act::Record)),
    ("GET /units/{network}/{unit}/entries/{entry}", At(Act::SeeEntries)),
    ("GET /units/{network}/{unit}/entries/{entry}/saved", At(Act::SeeEntries)),
    ("GET /units/{network}/{unit}/entries/{entry}/edit", At(Act::Record)),
    ("POST /units/{network}/{unit}/entries/{entry}/versions", At(Act::Record)),
    ("POST /units/{network}/{unit}/entries/{entry}/deletion", At(Act::Record)),
    ("POST /units/{network}/{unit}/entries/{entry}/restoration", At(Act::Record)),
    ("POST /units/{network}/{unit}/entries/{entry}/undoing", At(Act::Record)),
    ("GET /units/{network}/{unit}/entries/{entry}/proposals/{version}", At(Act::Record)),
    ("POST /units/{network}/{unit}/entries/{entry}/proposals/{version}", At(Act::Record)),
    ("GET /units/{network}/{unit}/people", At(Act::ManagePeople)),
    ("POST /units/{network}/{unit}/invitations", At(Act::ManagePeople)),
    ("POST /units/{network}/{unit}/roles/{role}/ending", At(Act::ManagePeople)),
    ("POST /units/{network}/{unit}/roles/{role}/password-reset", At(Act::ManagePeople)),
    ("GET /units/{network}/{unit}/structure", At(Act::Build)),
    ("GET /units/{network}/{unit}/structure/export", At(Act::Build)),
    ("POST /units/{network}/{unit}/units", At(Act::Build)),
    ("POST /units/{network}/{unit}/units/import", At(Act::Build)),
    ("GET /units/{network}/{unit}/activities", At(Act::SeeEntries)),
    ("GET /units/{network}/{unit}/activities/new", At(Act::Build)),
    ("POST /units/{network}/{unit}/activities", At(Act::Build)),
    ("GET /units/{network}/{unit}/activities/{activity}", At(Act::Build)),
    ("POST /units/{network}/{unit}/activities/{activity}", At(Act::Build)),
    ("POST /units/{network}/{unit}/activities/{activity}/ending", At(Act::Build)),
];

/// What is sent, as (kind, body). An empty form, but where a page reads more before it asks who sent it:
/// `"POST /…/import" => ("multipart/form-data; boundary=x", "--x--\r\n"),`
fn body(rule: &str) -> (&'static str, &'static str) {
    match rule {
        _ if rule.starts_with("GET ") => ("text/plain", ""),
        _ => ("application/x-www-form-urlencoded", ""),
    }
}

/// A unit, and things in it whose ids stand in addresses.
struct Scene {
    unit: Unit,
    activity: Uuid,
    entry: Uuid,
}

impl Scene {
    /// What to put for `{name}` in an address.
    async fn sample(&self, app: &TestApp, path: &str, name: &str) -> String {
        match name {
            "network" => self.unit.network.code.clone(),
            "unit" => self.unit.code.clone(),
            "activity" => self.activity.to_string(),
            "entry" => self.entry.to_string(),
            "version" => "1".into(),
            "role" => somebody(app, Some((RoleKind::Viewer, &self.unit))).await.1.to_string(),
            "token" if path.starts_with("/invitations/") => {
                let mut tx = app.db.begin().await.expect("a database");
                let (words, kind) = (Words(logbook::i18n::Lang::Sl), RoleKind::Viewer);
                let to = format!("{}@example.org", app.ids.random());
                let invited = people::invite(app, &mut tx, words, &self.unit, &to, kind, None).await;
                tx.commit().await.expect("a database");
                invited.expect("an invitation").link.rsplit('/').next().unwrap_or("").to_owned()
            }
            "token" if path.starts_with("/password-resets/") => {
                let (_, _, mail) = somebody(app, None).await;
                let mut tx = app.db.begin().await.expect("a database");
                let person = people::by_mail(&mut tx, &mail).await.expect("a database").expect("somebody");
                let link = people::reset_link(app, &mut tx, &person, None).await.expect("a link");
                tx.commit().await.expect("a database");
                link.rsplit('/').next().unwrap_or("").to_owned()
            }
            "hash" => "0".into(),
            "name" => "logbook.css".into(),
            other => panic!("{path}: say in Scene::sample of tests/routes.rs what stands for {{{other}}}"),
        }
    }

    async fn path(&self, app: &TestApp, pattern: &str) -> String {
        let mut parts = Vec::new();
        for part in pattern.split('/') {
            let name = part.strip_prefix('{').and_then(|part| part.strip_suffix('}'));
            parts.push(match name {
                Some(name) => self.sample(app, pattern, name).await,
                None => part.to_owned(),
            });
        }
        let path = parts.join("/");
        // A form is of an activity, which stands in the question.
        if pattern.ends_with("/entries/new") { format!("{path}?activity={}", self.activity) } else { path }
    }
}

async fn scene(app: &TestApp, network: &str, unit: &str) -> Scene {
    let unit = units::find(app, network, unit).await.expect("a unit");
    let activity = activities::Activity {
        id: app.ids.ordered(),
        unit_id: unit.id,
        code: "vecer".into(),
        name: Text18::one("sl", "Večer"),
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
        terms: vec![],
        weekdays: vec![],
    };
    let entry = activities::Entry {
        id: app.ids.ordered(),
        unit_id: unit.id,
        activity_id: activity.id,
        kind: activity.kind,
        place_kind: activity.place_kind,
        main_tag: None,
        main_field: None,
        project: None,
        terms: vec![],
        status: activities::Status::Held,
        cancel_reason: None,
        local_date: app.today(),
        start_min: None,
        duration_min: 60,
        zone: unit.zone.name().into(),
        start_at: None,
        created_min: 0,
        counts: activities::Counts::default(),
        first_visits: None,
        staff_count: None,
        staff_min: None,
        prep_min: None,
        volunteer_count: None,
        volunteer_min: None,
        count_method: activities::CountMethod::Counted,
        copied_counts: false,
        series_id: None,
        note: None,
        deleted: false,
    };
    let mut tx = app.db.begin().await.expect("a database");
    activities::insert_activity(&mut tx, unit.network.id, &activity).await.expect("an activity");
    let network_id = unit.network.id;
    activities::record::write_all(app, &mut tx, network_id, None, std::slice::from_ref(&entry))
        .await
        .expect("an entry");
    tx.commit().await.expect("a database");
    Scene { unit, activity: activity.id, entry: entry.id }
}

/// A new person, with a role or none: (cookie, id of the role, mail).
async fn somebody(app: &TestApp, role: Option<(RoleKind, &Unit)>) -> (String, Uuid, String) {
    let id = app.ids.ordered();
    let mail = format!("{id}@example.org");
    let new = NewPerson {
        id,
        mail: mail.clone(),
        name: "Nekdo".into(),
        language: "sl".into(),
        password_hash: None,
    };
    let role_id = app.ids.ordered();
    let mut tx = app.db.begin().await.expect("a database");
    people::insert_person(&mut tx, &new, app.clock.now()).await.expect("a person");
    if let Some((kind, unit)) = role {
        let from_on = unit.opened_on;
        let role = NewRole { id: role_id, person_id: id, unit_id: unit.id, kind, from_on, granted_by: None };
        people::insert_role(&mut tx, unit.network.id, &role).await.expect("a role");
    }
    tx.commit().await.expect("a database");
    let token = access::begin_session(app, id).await.expect("a session");
    (format!("logbook_session={token}"), role_id, mail)
}

async fn ask(app: &TestApp, rule: &str, scene: &Scene, cookie: &str) -> Answer {
    let (method, pattern) = rule.split_once(' ').expect("METHOD /path");
    let path = scene.path(app, pattern).await;
    let (kind, body) = body(rule);
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header("cookie", cookie)
        .header("sec-fetch-site", "same-origin")
        .header("content-type", kind);
    app.send(request.body(Body::from(body)).expect("a request")).await
}

/// What is wrong with an answer, if anything.
fn complaint(rule: &str, answer: &Answer, expected: &str) -> Option<String> {
    let at_the_door = answer.location.as_deref().is_some_and(|to| to.starts_with("/sign-in?next="));
    let status = answer.status.as_u16();
    let got = match status {
        _ if at_the_door => "led to the door".to_owned(),
        403 => "denied".to_owned(),
        500.. => format!("failed with {status}"),
        400.. if rule.starts_with("GET ") => format!("answered {status}: is the sample real?"),
        _ => "allowed".to_owned(),
    };
    // What is denied must be denied before anything else is found out.
    let got = if expected == "denied" && got == "allowed" { format!("let in ({status})") } else { got };
    (got != expected).then(|| format!("{got}, expected: {expected}"))
}

fn addresses() -> BTreeSet<String> {
    let all = [routes(), web::frame()];
    let name = |address: &Address| format!("{} {}", address.method, address.path);
    all.iter().flat_map(|routes| routes.addresses().iter().map(name)).collect()
}

#[test]
fn every_address_has_its_rule_and_every_rule_its_address() {
    let (addresses, rules) = (addresses(), RULES.iter().map(|(rule, _)| (*rule).to_owned()).collect());
    let missing: Vec<_> = addresses.difference(&rules).collect();
    assert!(missing.is_empty(), "say in RULES of tests/routes.rs who may ask: {missing:#?}");
    let gone: Vec<_> = rules.difference(&addresses).collect();
    assert!(gone.is_empty(), "RULES of tests/routes.rs states rules for addresses that are gone: {gone:#?}");
    assert_eq!(rules.len(), RULES.len(), "a rule stands twice");
}

#[tokio::test]
async fn every_address_answers_everybody_by_its_rule() {
    let app = TestApp::new().await;
    testing::network(&app, "druga", "Druga").await;
    let own = scene(&app, "mreza", "mc-reka").await;
    let other = scene(&app, "mreza", "mc-sava").await;
    let above = scene(&app, "mreza", "mreza").await;
    let elsewhere = scene(&app, "druga", "mc-reka").await;
    let municipality = app.unit("ljubljana").await;
    let mut wrong = Vec::new();
    for (rule, who) in RULES.iter().filter(|(rule, _)| addresses().contains(*rule)) {
        let mut check = |whose: String, answer: Answer, expected: &str| {
            wrong.extend(complaint(rule, &answer, expected).map(|what| format!("{rule} as {whose}: {what}")));
        };
        let nobody = ask(&app, rule, &own, "").await;
        check("nobody".into(), nobody, if *who == Public { "allowed" } else { "led to the door" });
        let (cookie, ..) = somebody(&app, None).await;
        let none = ask(&app, rule, &own, &cookie).await;
        check(
            "an account without roles".into(),
            none,
            if matches!(who, At(_)) { "denied" } else { "allowed" },
        );
        for kind in RoleKind::ALL {
            let whole = kind == RoleKind::Coordinator;
            let unit = if whole { &above.unit } else { &municipality };
            let places = [
                ("own branch", &own, true),
                ("another branch", &other, whole),
                ("above", &above, whole),
                ("another network", &elsewhere, false),
            ];
            for (place, scene, holds) in places {
                // Somebody new each time: an act may end the session or the role it was asked with.
                let (cookie, ..) = somebody(&app, Some((kind, unit))).await;
                let answer = ask(&app, rule, scene, &cookie).await;
                let denied = matches!(who, At(act) if !(holds && act.allowed_to(kind)));
                check(
                    format!("{} in {place}", kind.code()),
                    answer,
                    if denied { "denied" } else { "allowed" },
                );
            }
        }
    }
    assert!(wrong.is_empty(), "{} answers against the rules:\n{}", wrong.len(), wrong.join("\n"));
}
