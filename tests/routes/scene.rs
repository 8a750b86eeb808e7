//! Units with things in them, and people, for every address to be asked about.

use logbook::access::{self, Me, RoleKind};
use logbook::activities;
use logbook::bodies;
use logbook::change;
use logbook::evaluation;
use logbook::exchange::intake;
use logbook::files;
use logbook::i18n::{Text18, Words};
use logbook::people::{self, NewPerson, NewRole};
use logbook::plan;
use logbook::public;
use logbook::questionnaires;
use logbook::reflections;
use logbook::reports;
use logbook::table;
use logbook::testing::{TestApp, photo};
use logbook::units::{self, Unit};
use logbook::vocabulary::{self, Kind, PlaceKind};
use uuid::Uuid;

/// A unit, and things in it whose ids stand in addresses.
pub struct Scene {
    pub unit: Unit,
    activity: Uuid,
    entry: Uuid,
    /// An evening of a month that is over, which a report may tell.
    past: Uuid,
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
                let invite = people::Invite { id: app.ids.random(), to: &to, kind, by: None };
                let invited = people::invite(app, &mut tx, words, &self.unit, invite).await;
                tx.commit().await.expect("a database");
                invited.expect("an invitation").link.rsplit('/').next().unwrap_or("").to_owned()
            }
            "token" if path.starts_with("/password-resets/") => {
                let (_, _, mail) = somebody(app, None).await;
                let mut tx = app.db.begin().await.expect("a database");
                let person = people::by_mail(&mut tx, &mail).await.expect("a database").expect("somebody");
                let link =
                    people::reset_link(app, &mut tx, app.ids.random(), &person, None).await.expect("a link");
                tx.commit().await.expect("a database");
                link.rsplit('/').next().unwrap_or("").to_owned()
            }
            "project" => {
                let project = vocabulary::Project {
                    id: app.ids.ordered(),
                    code: app.ids.random().to_string(),
                    name: Text18::one("sl", "Projekt"),
                    from_on: self.unit.opened_on,
                    until_on: None,
                    programme: None,
                    owner_unit_id: self.unit.id,
                };
                let mut tx = app.db.begin().await.expect("a database");
                vocabulary::insert_project(&mut tx, self.unit.network.id, &project).await.expect("a project");
                tx.commit().await.expect("a database");
                project.id.to_string()
            }
            "term" => {
                let terms = vocabulary::terms(&app.db, self.unit.network.id).await.expect("a database");
                terms.first().expect("a term").id.to_string()
            }
            "person" => {
                let (_, _, mail) = somebody(app, Some((RoleKind::Viewer, &self.unit))).await;
                people::by_mail(&app.db, &mail).await.expect("a database").expect("somebody").id.to_string()
            }
            "draft" => {
                let (_, _, mail) = somebody(app, None).await;
                let mut tx = app.db.begin().await.expect("a database");
                let person = people::by_mail(&mut tx, &mail).await.expect("a database").expect("somebody");
                let draft = intake::Draft {
                    id: app.ids.ordered(),
                    unit_id: self.unit.id,
                    file_name: "zapisi.csv".into(),
                    body: b"Datum;Dejavnost;Ure\n5. 1. 2026;vecer;1\n".to_vec(),
                    mapping: "{}".into(),
                    create_activities: false,
                    take_changes: false,
                    by_person: person.id,
                    at: app.clock.now(),
                };
                intake::insert_draft(&mut tx, self.unit.network.id, &draft).await.expect("a file");
                tx.commit().await.expect("a database");
                draft.id.to_string()
            }
            // A sum, which any unit may have: a month that is not known yet.
            "import" => loop {
                let (year, month) = (1950 + app.ids.below(70), 1 + app.ids.below(12));
                let bytes = format!("Obdobje;Ure\n{year}-{month:02};5\n");
                let sheets = table::read(bytes.as_bytes(), &intake::LIMITS).expect("a table");
                let file = intake::File { name: "vsote.csv", bytes: bytes.as_bytes(), sheets: &sheets };
                let id = app.ids.ordered();
                match intake::take(app, None, &self.unit, id, &file, &intake::Ask::default()).await {
                    Ok(intake::Taken::Done(batch, _)) => break batch.id.to_string(),
                    Ok(intake::Taken::Nothing(_)) => {}
                    _ => panic!("a sum is taken in"),
                }
            },
            "invitation" | "copy" => app.ids.random().to_string(),
            "period" => "2025".into(),
            "pack" => "youth-office".into(),
            "kind" => "centre".into(),
            "lock" => app.ids.random().to_string(),
            "set" => {
                let set = reflections::Set {
                    id: app.ids.ordered(),
                    unit_id: self.unit.id,
                    name: Text18::one("sl", "Po večeru"),
                    kinds: vec![],
                    from_on: self.unit.opened_on,
                    until_on: None,
                    questions: vec![],
                };
                let mut tx = app.db.begin().await.expect("a database");
                let now = app.clock.now();
                reflections::insert_set(&mut tx, self.unit.network.id, &set, None, now).await.expect("a set");
                tx.commit().await.expect("a database");
                set.id.to_string()
            }
            "question" => app.ids.random().to_string(),
            "questionnaire" => self.questionnaire(app).await,
            "item" => "safe_1".into(),
            "lang" => "en".into(),
            // As it must stand for the act.
            "evaluation"
                if path.ends_with("{evaluation}/terms") || path.ends_with("{evaluation}/removal") =>
            {
                self.prepared(app).await
            }
            "evaluation" if path.ends_with("{evaluation}/release") => {
                let (root, me) = self.coordinator(app).await;
                let (code, _) = self.evaluation(app).await;
                evaluation::close(app, &me, &root, &code).await.expect("it closes");
                code
            }
            "evaluation" => self.evaluation(app).await.0,
            "address" => self.evaluation(app).await.1,
            "place" => self.address_of(app).await,
            "year" if path.starts_with("/open/") || path.contains("/editions/") => {
                let year = self.plan(app).await;
                self.adopted(app).await;
                year
            }
            "year" => self.plan(app).await,
            "part" => "academy".into(),
            "body" => self.body(app).await.to_string(),
            "meeting" => self.meeting(app).await.to_string(),
            "member" | "comment" => app.ids.random().to_string(),
            "edition" => "1".into(),
            "target" => "trainings".into(),
            "indicator" => "1".into(),
            "count" => self.counted(app).await,
            "size" => "a4".into(),
            "visit" => app.ids.random().to_string(),
            "step" => "6".into(),
            "aim" | "said" => app.ids.ordered().to_string(),
            "report" => self.report(app, path).await,
            "section" => "in-short".into(),
            "mark" => "a".into(),
            "format" => "xlsx".into(),
            "file" => self.photo(app, if path.contains("/reports/") { self.past } else { self.entry }).await,
            // A new date, and a letter that there is not.
            "date" | "mail" => app.ids.ordered().to_string(),
            "hash" => "0".into(),
            "name" => "logbook.css".into(),
            "template" => "year".into(),
            "picture" => "square.svg".into(),
            other => {
                panic!("{path}: say in Scene::sample of tests/routes/scene.rs what stands for {{{other}}}")
            }
        }
    }

    /// The network, and somebody who coordinates it.
    async fn coordinator(&self, app: &TestApp) -> (Unit, Me) {
        let network = &self.unit.network.code;
        let root = units::find(app, network, network).await.expect("a network");
        let (cookie, ..) = somebody(app, Some((RoleKind::Coordinator, &root))).await;
        let token = cookie.split_once('=').expect("a cookie").1;
        (root, access::me(app, token).await.expect("a database").expect("somebody"))
    }

    /// The code of an open evaluation, and an address in it.
    async fn evaluation(&self, app: &TestApp) -> (String, String) {
        let (root, me) = self.coordinator(app).await;
        let code = self.prepared(app).await;
        evaluation::open(app, &me, &root, &code).await.expect("it opens");
        let address = evaluation::address(app, &root, &code).await.expect("a database");
        (code, address.expect("an address"))
    }

    /// The code of one that nobody has opened yet.
    async fn prepared(&self, app: &TestApp) -> String {
        let (root, me) = self.coordinator(app).await;
        let code = self.questionnaire(app).await;
        questionnaires::finish(app, &me, &root, &code, 1).await.expect("a database").expect("a whole one");
        let offered = questionnaires::finished(&app.db, root.network.id).await.expect("a database");
        let text = || vec![("sl".to_owned(), "Besedilo".to_owned())];
        let new = evaluation::New {
            id: app.ids.ordered(),
            names: text(),
            purposes: text(),
            consents: text(),
            contact: "mreza@example.org".into(),
            opens_on: app.today().to_string(),
            last_on: app.today().to_string(),
            asked: vec![(Kind::Open, offered.last().expect("a version").1.to_string())],
            // Of a year there is one alone.
            occasion: true,
            units: units::ever(&app.db, root.network.id)
                .await
                .expect("a database")
                .iter()
                .map(|unit| unit.code.clone())
                .collect(),
            ..evaluation::New::default()
        };
        evaluation::make(app, &me, &root, &new).await.expect("a database").expect("one")
    }

    /// What stands behind /a/ of the unit, in an open evaluation.
    async fn address_of(&self, app: &TestApp) -> String {
        let (code, _) = self.evaluation(app).await;
        evaluation::address(app, &self.unit, &code).await.expect("a database").expect("an address")
    }

    /// The year of the unit's plan, as it was before anything was taken out.
    async fn plan(&self, app: &TestApp) -> String {
        let text = "format = 1\nyear = 2021\nname = { sl = \"Načrt\" }\n\
                    [[adoption]]\nstep = \"adopted_by_assembly\"\nwhen = \"2020-12\"\n\
                    [[part]]\nkind = \"area\"\ncode = \"academy\"\nname = { sl = \"Akademija\" }\n\
                    qualitative = [{ sl = \"Zadovoljni\" }]\n\
                    targets = [{ code = \"trainings\", rule = \"at_least\", number = 4, unit = { sl = \"usposabljanja\" } }]\n";
        let asked = plan::Asked { year: None, lang: "sl", known: None };
        let words = Words(logbook::i18n::Lang::Sl);
        let read = plan::read(words, text.as_bytes(), &asked).expect("a plan");
        plan::bring_in(app, None, &self.unit, &read, None)
            .await
            .expect("a database")
            .expect("it is brought in");
        read.year.to_string()
    }

    /// A working group of the unit: the same each time.
    async fn body(&self, app: &TestApp) -> Uuid {
        let (_, me) = self.coordinator(app).await;
        let id = Uuid::from_u128(self.unit.id.as_u128() ^ 1);
        let kind = bodies::Kind::WorkingGroup;
        let body = bodies::Body { kind, name: Text18::one("sl", "Skupina"), within: None };
        // Said that it meets no more, it does again.
        match bodies::save(app, &me, &self.unit, (id, 0), &body).await {
            Ok(_) => bodies::end(app, &me, &self.unit, id, false).await.expect("it meets"),
            Err(error) => panic!("a body: {error}"),
        }
        id
    }

    /// A meeting of it, one that was not taken out.
    async fn meeting(&self, app: &TestApp) -> Uuid {
        let (_, me) = self.coordinator(app).await;
        let (body, id) = (self.body(app).await, app.ids.ordered());
        let meeting = bodies::Meeting {
            held_on: app.today(),
            place: String::new(),
            present: None,
            minutes: String::new(),
            decisions: vec![],
        };
        bodies::save_meeting(app, &me, &self.unit, (body, id, 0), &meeting).await.expect("a meeting");
        id
    }

    /// The plan adopted by its only step, and published.
    async fn adopted(&self, app: &TestApp) {
        let (_, me) = self.coordinator(app).await;
        let kept = plan::find(app, &self.unit, 2021).await.expect("a database").expect("a plan");
        let taking = plan::Taking {
            // The same each time: it is taken once.
            id: Uuid::from_u128(self.unit.id.as_u128() ^ 2),
            held_on: app.today(),
            words: String::new(),
            body: None,
            meeting: None,
            seen: plan::mark(Some(&kept)),
        };
        let step = (plan::Adoption::ByAssembly, &taking);
        plan::take(app, &me, &self.unit, 2021, step).await.expect("it is adopted");
        let of = (app.ids.ordered(), 1);
        plan::publish(app, &me, &self.unit, 2021, of).await.expect("it is published");
    }

    /// What somebody counted for the plan, with a file.
    async fn counted(&self, app: &TestApp) -> String {
        self.plan(app).await;
        let (_, me) = self.coordinator(app).await;
        let id = app.ids.ordered();
        let typed = plan::Typed {
            day: "2021-05-04".into(),
            number: "2".into(),
            note: "Dve usposabljanji".into(),
            ..plan::Typed::default()
        };
        let at = plan::At { year: 2021, part: "academy", target: "trainings" };
        let proof = plan::Proof { kind: "pdf", bytes: b"%PDF-1.4".to_vec() };
        let told = plan::count(app, &me, &self.unit, at, (id, &typed), Ok(Some(proof))).await;
        assert!(told.expect("a database").is_empty(), "it is kept");
        id.to_string()
    }

    /// Something young people were told, published.
    async fn told(&self, app: &TestApp) {
        let (root, coordinator) = self.coordinator(app).await;
        let (code, _) = self.evaluation(app).await;
        let it =
            evaluation::by_code(&app.db, root.network.id, &code).await.expect("a database").expect("one");
        let said = change::Said {
            said: Text18::one("sl", "Temno je."),
            did: Text18::one("sl", "Tri luči."),
            ..change::Said::default()
        };
        let (at, by) = (change::At { unit: &self.unit, it: &it }, (coordinator.id, coordinator.id));
        let mut tx = app.db.begin().await.expect("a database");
        change::bring_said(app, &mut tx, at, by, (&[said], &[])).await.expect("it is published");
        tx.commit().await.expect("a database");
    }

    /// A page for everybody.
    async fn published(&self, app: &TestApp) {
        let (_, me) = self.coordinator(app).await;
        let chosen = public::Chosen::default();
        let (_, years) = public::draft(app, &self.unit, &chosen).await.expect("a page");
        let of = (app.ids.ordered(), public::seen(&chosen, &years));
        public::publish(app, &me, &self.unit, (of.0, &of.1)).await.expect("it is published");
    }

    /// A report: a draft where somebody writes or finishes, else a finished one.
    async fn report(&self, app: &TestApp, path: &str) -> String {
        let (_, me) = self.coordinator(app).await;
        // One that shows a photo, whatever the kind of unit.
        let shows = path.contains("/photos/");
        if shows {
            let template = r#"{"code":"zgodbe","version":1,"name":{"sl":"Zgodbe"},"periods":["month"],
                "sections":[{"code":"told","kind":"stories","heading":{"sl":"Zgodbe"}}]}"#;
            reports::bring_in(app, self.unit.network.id, template).await.expect("a template");
        }
        let new = reports::New {
            id: app.ids.ordered(),
            template: if shows { "zgodbe" } else { "council-page" }.into(),
            period: if shows { "2026-09" } else { "2025" }.into(),
            language: "sl".into(),
            supersedes: None,
        };
        let report = reports::begin(app, &me, &self.unit, &new).await.expect("a database").expect("a report");
        if shows {
            self.photo(app, self.past).await;
            let told = format!(r#"[{{"entry":"{}","words":"Oder."}}]"#, self.past);
            reports::save(app, &me, &self.unit, report.id, "told", 0, &told).await.expect("it is told");
        }
        if !["/sections/", "/completion", "/removal", "/reconciliation"].iter().any(|it| path.contains(it)) {
            reports::finish(app, &me, &self.unit, report.id).await.expect("it is finished");
        }
        report.id.to_string()
    }

    /// A photo beside an entry, one that may be told in a report.
    async fn photo(&self, app: &TestApp, entry: Uuid) -> String {
        let network_id = self.unit.network.id;
        let told = files::told_of(&app.db, network_id, &[entry]).await.expect("a database");
        if let Some(known) = told.first() {
            return known.id.to_string();
        }
        let (cookie, ..) = somebody(app, Some((RoleKind::Worker, &self.unit))).await;
        let token = cookie.split_once('=').expect("a cookie").1;
        let me = access::me(app, token).await.expect("a database").expect("somebody");
        let read = files::read(photo(1)).await.expect("a processor").expect("a photo");
        let typed = files::Typed { story: true, caption: "Oder".into(), ..files::Typed::default() };
        let at = (entry, app.ids.ordered());
        let id = match files::put(app, &me, &self.unit, at, &typed, &read).await.expect("a database") {
            files::Put::Kept(id, _) => id,
            // Somebody was asked to say that it is for nothing.
            files::Put::Known(id) => {
                files::change(app, &me, &self.unit, (entry, id), &typed).await.expect("a database");
                id
            }
            other => panic!("{other:?}"),
        };
        id.to_string()
    }

    /// A logo of the unit.
    async fn logo(&self, app: &TestApp) {
        let (_, me) = self.coordinator(app).await;
        let read = files::read_logo(photo(1)).await.expect("a processor").expect("a logo");
        files::put_logo(app, &me, &self.unit, &read).await.expect("it is kept");
    }

    /// The code of one that the program brings.
    async fn questionnaire(&self, app: &TestApp) -> String {
        let (root, me) = self.coordinator(app).await;
        let new = questionnaires::New {
            id: app.ids.ordered(),
            source: questionnaires::Source::Shipped("open".into()),
            names: vec![],
            kind: None,
        };
        questionnaires::make(app, &me, &root, &new).await.expect("a database").expect("a questionnaire")
    }

    pub async fn path(&self, app: &TestApp, pattern: &str) -> String {
        if pattern.starts_with("/said/") || pattern.ends_with("/change/{evaluation}/poster") {
            self.told(app).await;
        }
        if pattern.ends_with("/logo") {
            self.logo(app).await;
        }
        if pattern.starts_with("/open/") || pattern == "/oembed" {
            self.published(app).await;
        }
        let mut parts = Vec::new();
        for part in pattern.split('/') {
            let name = part.strip_prefix('{').and_then(|part| part.strip_suffix('}'));
            parts.push(match name {
                // A network as a whole is not answered about: a centre of it, of another branch.
                Some("unit") if pattern.contains("{place}") && self.unit.parent_id.is_none() => {
                    "mc-sava".into()
                }
                Some(name) => self.sample(app, pattern, name).await,
                None => part.to_owned(),
            });
        }
        let path = parts.join("/");
        match pattern {
            // What a page must be asked with, to be one.
            "/units/{network}/{unit}/entries/new" => format!("{path}?activity={}", self.activity),
            "/units/{network}/{unit}/plans/named" => format!("{path}?body={}", self.body(app).await),
            "/oembed" => {
                let (site, network, unit) =
                    (app.settings.base_url(), &self.unit.network.code, &self.unit.code);
                format!("{path}?url={site}/open/{network}/{unit}")
            }
            _ => path,
        }
    }
}

pub async fn scene(app: &TestApp, network: &str, unit: &str) -> Scene {
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
        week_from: unit.opened_on,
        former: vec![],
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
    let past = activities::Entry {
        id: app.ids.ordered(),
        local_date: "2026-09-10".parse().expect("a day"),
        ..entry.clone()
    };
    let (id, past_id) = (entry.id, past.id);
    let bulk = activities::record::Bulk { by: None, at: app.clock.now(), entries: vec![entry, past] };
    activities::record::write_all(&mut tx, network_id, &[bulk]).await.expect("an entry");
    tx.commit().await.expect("a database");
    Scene { unit, activity: activity.id, entry: id, past: past_id }
}

/// A new person, with a role or none: (cookie, id of the role, mail).
pub async fn somebody(app: &TestApp, role: Option<(RoleKind, &Unit)>) -> (String, Uuid, String) {
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
