//! The year of an invented network, as the network that began this tool planned its own.

use uuid::Uuid;

use crate::calendar::{Covers, Due, Kind, Send, When};
use crate::i18n::Text18;

/// A report or form that units owe each year.
struct Owed {
    kind: Kind,
    template: &'static str,
    covers: Covers,
    /// None: the network itself.
    of: Option<&'static str>,
    on: (u32, u32),
    send: Send,
}

const OWED: [Owed; 6] = [
    Owed {
        kind: Kind::Report,
        template: "centre-year",
        covers: Covers::YearBefore,
        of: Some("centre"),
        on: (2, 15),
        send: Send::Finished,
    },
    Owed {
        kind: Kind::Pack,
        template: "youth-office",
        covers: Covers::YearBefore,
        of: Some("centre"),
        on: (2, 28),
        send: Send::Nothing,
    },
    Owed {
        kind: Kind::Report,
        template: "municipality-year",
        covers: Covers::YearBefore,
        of: Some("municipality"),
        on: (3, 31),
        send: Send::Finished,
    },
    Owed {
        kind: Kind::Report,
        template: "network-year",
        covers: Covers::YearBefore,
        of: None,
        on: (4, 30),
        send: Send::Nothing,
    },
    Owed {
        kind: Kind::Report,
        template: "centre-half-year",
        covers: Covers::FirstHalf,
        of: Some("centre"),
        on: (7, 15),
        send: Send::Nothing,
    },
    Owed {
        kind: Kind::Report,
        template: "council-page",
        covers: Covers::FirstHalf,
        of: Some("municipality"),
        on: (7, 31),
        send: Send::Figures,
    },
];

/// (kind, Slovene, English, kind of units it is for, month, day, month it begins in)
type Said = (Kind, &'static str, &'static str, Option<&'static str>, u32, Option<u32>, Option<u32>);

const MUNICIPALITY: Option<&str> = Some("municipality");

#[rustfmt::skip]
const SAID: [Said; 9] = [
    (Kind::Meeting, "Predstavitev in usposabljanje za nove občine in centre", "Introduction and training for new municipalities and centres", None, 1, None, None),
    (Kind::Meeting, "Regionalni odbor občin", "Regional committee of municipalities", MUNICIPALITY, 3, Some(18), None),
    (Kind::Other, "Podporni obiski mladinskih centrov", "Support visits to youth centres", None, 4, None, Some(3)),
    (Kind::Other, "Polletna analiza mreže", "Half-year analysis of the network", None, 6, Some(30), None),
    (Kind::Meeting, "Srečanje uporabnikov: priprava na letno evalvacijo", "Meeting of users: preparing the yearly evaluation", None, 9, Some(16), None),
    (Kind::Meeting, "Regionalni odbor občin", "Regional committee of municipalities", MUNICIPALITY, 10, Some(21), None),
    (Kind::Other, "Interpretacija rezultatov in srečanja v občinah", "Interpreting the results, meetings in municipalities", None, 12, None, Some(11)),
    (Kind::Meeting, "Letno srečanje vseh uporabnikov", "Yearly meeting of all users", None, 12, Some(9), None),
    (Kind::Other, "Letna analiza mreže", "Yearly analysis of the network", None, 12, Some(20), None),
];

/// What units owe each year. `root`: the network itself.
pub fn owed(root: Uuid) -> Vec<Due> {
    let due = |it: &Owed| Due {
        kind: it.kind,
        name: Text18::default(),
        template: Some(it.template.to_owned()),
        covers: Some(it.covers),
        unit_id: root,
        unit_kind: it.of.map(str::to_owned),
        when: When { month: Some(it.on.0), day: Some(it.on.1), from: None },
        remind: true,
        send: it.send,
        to_viewers: it.send != Send::Nothing,
        to_mentors: false,
    };
    OWED.iter().map(due).collect()
}

/// When people meet, and what else there is.
pub fn said(root: Uuid) -> Vec<Due> {
    let due = |(kind, sl, en, of, month, day, from): &Said| Due {
        kind: *kind,
        name: Text18::two(sl, en),
        unit_id: root,
        unit_kind: of.map(str::to_owned),
        when: When { month: Some(*month), day: *day, from: from.map(|month| (month, None)) },
        ..Due::default()
    };
    SAID.iter().map(due).collect()
}
