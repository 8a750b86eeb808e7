//! What centres offer, in plain lists: open rooms, groups, projects, events, talks.

use super::offer::Ages::{Older, Usual, Younger};
use super::offer::Rhythm::{SchoolDays, Series, Weekends, Weekly, Workdays};
use super::offer::{Offer, offer};
use crate::vocabulary::Kind::{Event, Group, OneToOne, Open, Project};
use crate::vocabulary::PlaceKind::{Both, OnSite, Online, Street};
use crate::vocabulary::Vocabulary::{Field, Tag};

/// The heart of a centre: its doors are open.
pub const OPEN: Offer = offer(
    ("odprti-prostor", "Odprti prostor", "Open house"),
    Open,
    OnSite,
    ("socialising", "autonomy", &[(Tag, "information"), (Field, "fewer_opportunities")]),
    Weekly,
    (13 * 60, 450),
    (14.5, 0.485, Usual),
);

pub const LEARNING: Offer = offer(
    ("ucna-pomoc", "Učna pomoč", "Learning help"),
    Open,
    OnSite,
    ("learning_help", "non_formal_learning", &[(Field, "fewer_opportunities"), (Tag, "volunteering")]),
    SchoolDays,
    (13 * 60 + 30, 270),
    (6.0, 0.54, Younger),
);

/// Further rooms that open on some days.
pub const ROOMS: [Offer; 6] = [
    offer(
        ("glasbena-soba", "Glasbena soba", "Music room"),
        Open,
        OnSite,
        ("culture", "culture_creativity", &[(Tag, "socialising")]),
        Weekly,
        (15 * 60, 345),
        (8.0, 0.45, Usual),
    ),
    offer(
        ("sportno-popoldne", "Športno popoldne", "Sports afternoon"),
        Open,
        OnSite,
        ("sport", "health", &[(Tag, "socialising")]),
        Weekly,
        (15 * 60, 345),
        (11.5, 0.40, Usual),
    ),
    offer(
        ("ustvarjalni-koticek", "Ustvarjalni kotiček", "Making corner"),
        Open,
        OnSite,
        ("culture", "culture_creativity", &[(Field, "non_formal_learning")]),
        Weekly,
        (15 * 60 + 30, 315),
        (7.5, 0.66, Younger),
    ),
    offer(
        ("druzabne-igre", "Popoldne iger", "Games afternoon"),
        Open,
        OnSite,
        ("socialising", "autonomy", &[]),
        Weekly,
        (15 * 60, 345),
        (9.5, 0.47, Usual),
    ),
    offer(
        ("ulicno-delo", "Ulično delo", "Street work"),
        Open,
        Street,
        ("socialising", "fewer_opportunities", &[(Tag, "information"), (Field, "health")]),
        Weekly,
        (16 * 60, 270),
        (10.5, 0.43, Usual),
    ),
    offer(
        ("spletni-klub", "Spletni klub", "Online club"),
        Open,
        Online,
        ("socialising", "autonomy", &[]),
        Weekly,
        (18 * 60, 180),
        (7.0, 0.38, Usual),
    ),
];

pub const GROUPS: [Offer; 15] = [
    offer(
        ("gledalisce", "Gledališka skupina", "Theatre group"),
        Group,
        OnSite,
        ("culture", "culture_creativity", &[(Field, "participation")]),
        SchoolDays,
        (17 * 60, 150),
        (9.0, 0.68, Usual),
    ),
    offer(
        ("ples", "Plesna skupina", "Dance group"),
        Group,
        OnSite,
        ("culture", "health", &[(Tag, "sport")]),
        SchoolDays,
        (16 * 60 + 30, 105),
        (10.0, 0.84, Younger),
    ),
    offer(
        ("debata", "Debatni klub", "Debating club"),
        Group,
        Both,
        ("information", "participation", &[(Field, "non_formal_learning")]),
        SchoolDays,
        (18 * 60, 120),
        (7.5, 0.55, Older),
    ),
    offer(
        ("kuhanje", "Kuharska skupina", "Cooking group"),
        Group,
        OnSite,
        ("socialising", "autonomy", &[(Field, "health")]),
        SchoolDays,
        (17 * 60, 150),
        (7.5, 0.52, Usual),
    ),
    offer(
        ("nogomet", "Nogometna ekipa", "Football team"),
        Group,
        OnSite,
        ("sport", "health", &[]),
        SchoolDays,
        (18 * 60, 105),
        (11.0, 0.14, Usual),
    ),
    offer(
        ("robotika", "Robotika in programiranje", "Robots and code"),
        Group,
        OnSite,
        ("learning_help", "non_formal_learning", &[(Field, "labour_market")]),
        SchoolDays,
        (16 * 60, 120),
        (7.0, 0.26, Younger),
    ),
    offer(
        ("prostovoljci", "Prostovoljska ekipa", "Volunteers"),
        Group,
        OnSite,
        ("volunteering", "volunteering_solidarity", &[(Field, "participation")]),
        SchoolDays,
        (17 * 60, 120),
        (8.0, 0.62, Older),
    ),
    offer(
        ("svet", "Svet mladih centra", "Young people's council"),
        Group,
        OnSite,
        ("information", "participation", &[(Field, "autonomy")]),
        SchoolDays,
        (18 * 60, 105),
        (7.0, 0.54, Usual),
    ),
    offer(
        ("kitara", "Kitara za vse", "Guitar for all"),
        Group,
        OnSite,
        ("culture", "culture_creativity", &[(Field, "non_formal_learning")]),
        SchoolDays,
        (17 * 60, 105),
        (5.5, 0.48, Usual),
    ),
    offer(
        ("igre-vlog", "Igre vlog", "Role-playing games"),
        Group,
        OnSite,
        ("socialising", "culture_creativity", &[]),
        SchoolDays,
        (17 * 60 + 30, 210),
        (6.5, 0.34, Usual),
    ),
    offer(
        ("foto", "Foto in video", "Photo and video"),
        Group,
        OnSite,
        ("culture", "culture_creativity", &[(Tag, "information")]),
        SchoolDays,
        (17 * 60, 120),
        (6.5, 0.52, Usual),
    ),
    offer(
        ("mednarodni", "Mednarodni klub", "International club"),
        Group,
        Both,
        ("mobility", "mobility", &[(Field, "volunteering_solidarity")]),
        SchoolDays,
        (18 * 60, 120),
        (7.0, 0.60, Older),
    ),
    offer(
        ("dekleta", "Dekliški večer", "Girls' evening"),
        Group,
        OnSite,
        ("socialising", "autonomy", &[(Field, "health")]),
        SchoolDays,
        (17 * 60 + 30, 150),
        (8.5, 0.97, Usual),
    ),
    offer(
        ("delavnica-koles", "Kolesarska delavnica", "Bicycle workshop"),
        Group,
        OnSite,
        ("volunteering", "labour_market", &[(Field, "non_formal_learning")]),
        SchoolDays,
        (16 * 60, 150),
        (6.0, 0.20, Usual),
    ),
    offer(
        ("iskanje-dela", "Prva zaposlitev", "First job"),
        Group,
        OnSite,
        ("counselling", "labour_market", &[(Tag, "information")]),
        SchoolDays,
        (16 * 60, 120),
        (6.0, 0.55, Older),
    ),
];

pub const EVENTS: Offer = offer(
    ("dogodki", "Koncerti in dogodki", "Concerts and events"),
    Event,
    OnSite,
    ("culture", "culture_creativity", &[(Tag, "socialising"), (Field, "participation")]),
    Weekends(0.46),
    (17 * 60, 285),
    (37.0, 0.50, Older),
);

pub const PROJECTS: Offer = offer(
    ("projekt-soseska", "Urejamo sosesko", "Tending the neighbourhood"),
    Project,
    OnSite,
    ("volunteering", "participation", &[(Field, "volunteering_solidarity")]),
    Workdays(0.42),
    (15 * 60, 210),
    (9.5, 0.51, Usual),
);

pub const TALKS: Offer = offer(
    ("pogovori", "Pogovori ena na ena", "One-to-one talks"),
    OneToOne,
    OnSite,
    ("counselling", "fewer_opportunities", &[]),
    Workdays(0.55),
    (15 * 60, 50),
    (1.0, 0.5, Usual),
);

pub const CAMP: Offer = offer(
    ("poletni-tabor", "Poletni tabor", "Summer camp"),
    Project,
    OnSite,
    ("socialising", "autonomy", &[(Field, "health"), (Tag, "sport")]),
    Series { month: 7, days: 5 },
    (9 * 60, 600),
    (17.0, 0.50, Younger),
);

/// What the national organisation does, without a centre of its own.
pub const NATIONAL: [Offer; 4] = [
    offer(
        ("spletni-info", "Spletni infovečer", "Online info evening"),
        Open,
        Online,
        ("information", "mobility", &[(Tag, "mobility")]),
        SchoolDays,
        (18 * 60, 90),
        (11.0, 0.58, Older),
    ),
    offer(
        ("usposabljanje", "Usposabljanje za mlade voditelje", "Training for young leaders"),
        Group,
        Both,
        ("volunteering", "non_formal_learning", &[(Field, "labour_market")]),
        Weekends(0.5),
        (9 * 60 + 30, 420),
        (18.0, 0.60, Older),
    ),
    offer(
        ("izmenjava", "Mladinska izmenjava", "Youth exchange"),
        Project,
        OnSite,
        ("mobility", "mobility", &[(Field, "culture_creativity")]),
        Series { month: 4, days: 7 },
        (9 * 60, 600),
        (28.0, 0.56, Older),
    ),
    offer(
        ("svetovanje", "Svetovanje po spletu", "Online counselling"),
        OneToOne,
        Online,
        ("counselling", "health", &[]),
        Workdays(1.2),
        (17 * 60, 45),
        (1.0, 0.5, Usual),
    ),
];
