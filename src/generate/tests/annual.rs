//! The annual plan of 2021 beside the document that it was made of. Every number here was counted by hand in that document, from its
//! first line to its last.

use crate::generate::PLAN_OF_2021;
use crate::i18n::{Lang, Words};
use crate::plan::{self, Asked, Kind, Part, Plan};

fn document() -> Plan {
    let asked = Asked { year: Some(2021), lang: "sl", known: None };
    plan::read(Words(Lang::En), PLAN_OF_2021.as_bytes(), &asked).unwrap_or_else(|wrong| panic!("{wrong:#?}"))
}

fn of(plan: &Plan, kind: Kind) -> Vec<&Part> {
    plan.parts.iter().filter(|it| it.kind == kind).collect()
}

#[test]
fn every_heading_of_the_document_is_there() {
    let plan = document();
    let names =
        |kind| of(&plan, kind).into_iter().map(|it| it.name.read("sl").to_owned()).collect::<Vec<_>>();
    // Four chapters with an introduction, and eight areas in them.
    assert_eq!(
        names(Kind::Area),
        [
            "Razvoj mladinskega dela",
            "Področje usposabljanja",
            "Področje kakovosti mladinskega dela",
            "Področje digitalnega mladinskega dela",
            "Področje mednarodnega delovanja",
            "Področje medsektorskega povezovanja",
            "Zastopanje, dialog in participacija",
            "Področje zastopanja",
            "Področje mladinskega dialoga",
            "Informiranje, prepoznavnost in vidnost v javnosti",
            "Informiranje članic",
            "Povzetek projektnih aktivnosti",
        ]
    );
    assert_eq!(names(Kind::Programme), ["Podpora mednarodnemu mladinskemu delu"]);
    assert_eq!(names(Kind::Body), ["Delovna skupina za vzpostavitev mreže digitalnih mladinskih centrov"]);
    // Two tables of advocacy, and the two lists of the summary.
    assert_eq!(of(&plan, Kind::Group).len(), 4);
    // Nine with a chapter of their own, five that are to be applied for.
    assert_eq!(
        names(Kind::Project),
        [
            "Logbook",
            "Mreža mladinskih delavcev",
            "Evropska solidarnostna enota – Aktivno evropsko državljanstvo (Zaposlitve)",
            "TRAINEE (Training and Raising Awareness through In-service Networks for Employment and Entrepreneurship)",
            "Mladinski centri za duševno zdravje mladih",
            "Be a Hero",
            "EU YOU (EU and YOUth: EU Citizens and Local Democracy)",
            "Mladokracija – Mladi za demokracijo",
            "rEUral Europe",
            "Unlocking youth potential",
            "Mobilnost mladinskih delavcev",
            "Mladinski dialog – tema predsedovanje",
            "NEW GENERATION",
            "Mobilnost in usposabljanje učiteljev – povezovanje formalnega in neformalnega sektorja",
        ]
    );
    // The summary confirms eight of them.
    assert_eq!(plan.part("confirmed-projects").unwrap().says.refers.len(), 8);
    let with_role = of(&plan, Kind::Project).into_iter().filter(|it| it.says.role.is_some()).count();
    assert_eq!(with_role, 13, "of the solidarity corps the document says none");
    assert_eq!(plan.head.adoption.len(), 6, "steps of adoption");
    let aims: Vec<&str> =
        plan.parts.iter().flat_map(|it| &it.says.aims).map(|aim| aim.code.as_str()).collect();
    assert_eq!(aims, ["2.1", "2.3", "2.5", "3.1", "2.6", "3.4", "3.2", "3.3", "4.1", "4.2"]);
}

/// Months as the tables have them, by the heading they stand under.
#[test]
fn every_row_of_the_tables_is_there_with_its_months() {
    const YEAR: &str = "2021-01/2021-12";
    let tables: [(&str, &[&str]); 16] = [
        ("training", &["2021-02/2021-12", YEAR]),
        ("logbook", &[YEAR, YEAR]),
        ("digital-group", &["2021-02", "2021-02/2021-04"]),
        ("international-support", &[YEAR, "2021-02/2021-12"]),
        ("workers-network", &[YEAR]),
        ("solidarity-corps", &["2021-01/2021-09"]),
        ("trainee", &[YEAR]),
        ("mental-health", &["2021-02/2021-12"]),
        ("cross-sector", &["2021-03/2021-12", YEAR, YEAR]),
        // One row of the document names two: the event and the evaluation.
        ("be-a-hero", &[YEAR, YEAR]),
        ("eu-you", &["2021-03", "2021-01/2021-03"]),
        (
            "network-work",
            &[
                "2021-03/2021-04",
                "2021-11",
                "2021-03/2021-11",
                "2021-02/2021-10",
                YEAR,
                "2021-03/2021-10",
                YEAR,
                "2021-03/2021-12",
                YEAR,
                YEAR,
                "2021-01/2021-03",
                YEAR,
                YEAR,
                YEAR,
            ],
        ),
        (
            "stakeholders",
            &[
                YEAR,
                YEAR,
                YEAR,
                YEAR,
                YEAR,
                YEAR,
                YEAR,
                "", // the document gives no time
                YEAR,
                YEAR,
                YEAR,
                YEAR,
                YEAR,
                "2021-01/2021-03",
                YEAR,
                YEAR,
                YEAR,
            ],
        ),
        ("mladokracija", &["2021-02/2021-04", "2021-06", "2021-09"]),
        ("reural-europe", &["2021-03", "2021-03", "2021-04/2021-12", "2021-04/2021-12", "2021-04/2021-12"]),
        (
            "informing-members",
            &["2021-03/2021-04", "2021-01/2021-02", YEAR, YEAR, YEAR, YEAR, YEAR, YEAR, YEAR, YEAR, YEAR],
        ),
    ];
    let plan = document();
    let code = |it: &&Part| it.says.when.iter().map(|span| span.code()).collect::<Vec<_>>().join(", ");
    let mut counted = 0;
    for (within, months) in tables {
        let actions: Vec<&Part> =
            of(&plan, Kind::Action).into_iter().filter(|it| it.within == within).collect();
        assert_eq!(actions.iter().map(code).collect::<Vec<_>>(), months, "{within}");
        counted += actions.len();
    }
    assert_eq!((counted, of(&plan, Kind::Action).len()), (69, 69), "none stands anywhere else");
}

#[test]
fn every_dated_line_and_every_number_is_there() {
    let plan = document();
    let dated = |code: &str| {
        let steps = &plan.part(code).unwrap().says.steps;
        (steps.iter().filter(|it| !it.when.is_empty()).count(), steps.len())
    };
    for (code, lines) in [
        ("academy", (0, 6)),             // topics of the academy
        ("training-group", (6, 6)),      // February … November
        ("logbook-year", (14, 14)),      // eight with months, six "all year"
        ("workers-partnership", (0, 5)), // dates to be announced
        ("trainee-partnership", (7, 7)), // two of them after the page break
        ("mental-health-partnership", (4, 4)),
        ("relevant-partners", (1, 1)), // a plan in January
        ("advocacy-group", (5, 5)),
    ] {
        assert_eq!(dated(code), lines, "{code}");
    }
    let all: usize = plan.parts.iter().map(|it| it.says.steps.len()).sum();
    assert_eq!(all, 48);
    let numbers = |code: &str| -> Vec<i64> {
        plan.part(code).unwrap().says.targets.iter().map(|it| it.number).collect()
    };
    let expected: [(&str, &[i64]); 36] = [
        ("training", &[80, 3, 4]),
        ("academy", &[4, 80]),
        ("logbook", &[9]),
        ("digital-group", &[1]),
        ("mobility-support", &[12]),
        ("workers-network", &[1]),
        ("workers-partnership", &[46, 16, 64, 32, 2]),
        ("solidarity", &[4]),
        ("mental-health", &[9, 3, 30, 7, 4, 1]),
        ("heroes-in-pyjamas", &[4, 4, 3, 3]),
        ("hero-multiplier", &[1, 30]),
        ("hero-evaluation", &[1]),
        ("eu-you", &[2, 4, 25, 10, 40]),
        ("eu-you-partnerships", &[30]),
        ("advocacy", &[50]),
        ("assembly", &[30]),
        ("members-meeting", &[30]),
        ("members-support", &[50]),
        ("council-sessions", &[2]),
        ("expert-council-sessions", &[1]),
        ("epidemic-consultations", &[4]),
        ("relevant-partners", &[4]),
        ("dialogue", &[6, 70, 50, 5]),
        ("mladokracija", &[6]),
        ("regional-consultations", &[4]),
        ("national-conference", &[100]),
        ("closing-evaluation", &[10]),
        ("preparatory-meeting", &[10]),
        ("video-vlogs", &[8]),
        ("information-stand", &[10, 50]),
        ("talks-with-members", &[10, 50]),
        ("solidarity-event", &[10, 50]),
        ("informing-members", &[1]),
        ("e-publications", &[12, 4]),
        ("website-and-social", &[2, 12]),
        ("information-group", &[3]),
    ];
    for (code, all) in expected {
        assert_eq!(numbers(code), all, "{code}");
    }
    assert_eq!((numbers("hostels"), numbers("planned-projects")), (vec![90], vec![2, 2]));
    let targets: usize = plan.parts.iter().map(|it| it.says.targets.len()).sum();
    assert_eq!(targets, expected.iter().map(|(_, all)| all.len()).sum::<usize>() + 3, "and no other");
    let events = plan.part("eu-you").unwrap().says.targets.last().unwrap();
    assert_eq!((events.each, events.units), (Some(4), Some(10)), "four in each of ten centres");
}

/// Goals and qualitative indicators as the document counts them, by the heading they stand under.
#[test]
fn goals_and_qualitative_indicators_are_as_many() {
    let plan = document();
    for (code, goals, qualitative) in [
        ("training", 5, 4),
        ("logbook", 8, 3),
        ("digital-group", 3, 2),
        ("international-support", 2, 2),
        ("workers-network", 4, 6),
        ("solidarity-corps", 4, 2),
        ("trainee", 5, 3),
        ("mental-health", 2 + 4, 4),
        ("cross-sector", 2, 3),
        ("be-a-hero", 3, 3),
        ("eu-you", 5, 2),
        ("advocacy", 10, 7),
        ("dialogue", 7, 4),
        ("mladokracija", 5, 0),
        ("reural-europe", 2, 0),
        ("informing-members", 5, 4),
    ] {
        let says = &plan.part(code).unwrap().says;
        assert_eq!((says.goals.len(), says.qualitative.len()), (goals, qualitative), "{code}");
    }
}

#[test]
fn it_is_told_in_both_languages_and_names_nobody() {
    let plan = document();
    for it in &plan.parts {
        assert!(it.name.get("sl").is_some() && it.name.get("en").is_some(), "{}", it.code);
        let goals = it.says.goals.iter().chain(&it.says.qualitative);
        let all = goals
            .chain(it.says.steps.iter().map(|it| &it.what))
            .chain(it.says.targets.iter().map(|it| &it.unit));
        for text in all {
            assert!(text.get("sl").is_some() && text.get("en").is_some(), "{}: {text:?}", it.code);
        }
    }
    assert!(!PLAN_OF_2021.contains('@'), "no mail address");
    assert_eq!(
        plan::read(
            Words(Lang::En),
            plan::to_toml(&plan).as_bytes(),
            &Asked { year: None, lang: "sl", known: None }
        ),
        Ok(plan)
    );
}

/// Half a year on: part of the forty events is held, some centres have their four, and one target is behind its time.
#[tokio::test]
async fn the_demonstration_shows_the_plan_half_a_year_on() {
    use crate::generate::{DEMONSTRATION, annual, write};
    use crate::testing::TestApp;
    let app = TestApp::new().await;
    let wanted = super::wanted(12, 0, 5, super::date(2026, 1, 31));
    write::write(&app, wanted, DEMONSTRATION).await.unwrap();
    annual::bring(&app).await.unwrap();
    let root = crate::units::network_named(&app.db, DEMONSTRATION, app.today()).await.unwrap().unwrap();
    let half = super::date(2021, 6, 30);
    let told = plan::told(&app, Words(Lang::Sl), &root, 2021, half).await.unwrap().unwrap();
    let rows = || told.targets();
    let state =
        |wanted: &str| rows().filter(|it| it.state == wanted).map(|it| it.key.as_str()).collect::<Vec<_>>();
    assert_eq!(state("at_risk"), ["information-stand/events", "e-publications/emama"]);
    // What fills itself: of projects, and of a tag.
    for (key, came, stands) in [
        ("solidarity/events", "2 od 4", "on_the_way"),
        ("heroes-in-pyjamas/events", "0 od 4", "not_begun"),
        ("hero-multiplier/events", "1 od 1", "reached"),
        ("hero-multiplier/participants", "34 od 30", "reached"),
        ("dialogue/consultations", "4 od 6", "on_the_way"),
        ("dialogue/conference", "112 od 70", "reached"),
        ("mladokracija/consultations", "4 od 6", "on_the_way"),
        ("national-conference/young-people", "112 od 100", "reached"),
        ("closing-evaluation/participants", "0 od 10", "not_begun"),
        ("information-stand/participants", "16 od 50", "on_the_way"),
    ] {
        let it = rows().find(|it| it.key == key).unwrap();
        assert_eq!((it.came.as_str(), it.state), (came, stands), "{key}");
    }
    assert_eq!(state("dropped"), ["hostels/stays"]);
    assert_eq!(state("unknown"), Vec::<&str>::new());
    let events = rows().find(|it| it.key == "eu-you/events").unwrap();
    assert_eq!((events.came.as_str(), events.state), ("22 od 40", "on_the_way"));
    assert!(events.notes.iter().any(|it| it == "2 od 10 enot imata svoje"), "{:?}", events.notes);
    // Meetings that bodies wrote down.
    for (key, came) in [
        ("council-sessions/sessions", "1 od 2"),
        ("expert-council-sessions/sessions", "1 od 1"),
        ("assembly/members", "34 od 30"),
        ("information-group/meetings", "1 od 3"),
    ] {
        let it = rows().find(|it| it.key == key).unwrap();
        assert_eq!(it.came, came, "{key}: {}", it.source);
    }
    assert_eq!(told.words().filter(|it| it.said.is_some()).count(), 1);
    // The tenth centre has held nothing yet, and is told with that.
    assert_eq!(events.units.iter().filter(|it| it.came == "0").count(), 1);
    assert_eq!(events.units.len(), 10);
    assert!(told.counts.len() > 25, "trainings, meetings, publications");
    // By the end of the year most is reached, and what is not is told.
    let year =
        plan::told(&app, Words(Lang::Sl), &root, 2021, super::date(2021, 12, 31)).await.unwrap().unwrap();
    let events = year.target("eu-you/events").unwrap();
    assert_eq!(events.came, "38 od 40");
    let missed = year.targets().filter(|it| it.state == "not_reached");
    assert_eq!(
        missed.map(|it| it.key.as_str()).collect::<Vec<_>>(),
        [
            "mobility-support/workers",
            "workers-partnership/workers",
            "workers-partnership/workers-slovenia",
            "mental-health/trainings",
            "mental-health/workers",
            "heroes-in-pyjamas/press",
            "eu-you/events",
            "dialogue/evaluation",
            "video-vlogs/vlogs",
            "information-stand/events",
            "solidarity-event/actions",
            "informing-members/media",
            "e-publications/emama",
        ]
    );
    let media = year.target("informing-members/media").unwrap();
    assert!(media.notes.iter().any(|it| it == "doseženo v 11 od 12 mesecev"), "{:?}", media.notes);
    assert_eq!(year.words().filter(|it| it.said.is_some()).count(), 16);
}
