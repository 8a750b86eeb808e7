//! The words a new network begins with.

use super::words::{AgeBand, Vocabulary};
use crate::i18n::Text18;

/// (list, code, label): the tags in use in Slovenia's published figures, the nine fields of youth work in Slovenian law,
/// why something was called off, and what one-to-one talks are about.
pub fn terms() -> Vec<(Vocabulary, &'static str, Text18)> {
    use Vocabulary::{Field, Reason, Tag, Topic};
    [
        (Tag, "socialising", "Druženje", "Socialising"),
        (Tag, "learning_help", "Učna pomoč", "Learning help"),
        (Tag, "culture", "Kultura in ustvarjalnost", "Culture and creativity"),
        (Tag, "counselling", "Svetovanje", "Counselling"),
        (Tag, "information", "Informiranje", "Information"),
        (Tag, "sport", "Šport", "Sport"),
        (Tag, "volunteering", "Prostovoljstvo", "Volunteering"),
        (Tag, "mobility", "Mobilnost", "Mobility"),
        (Field, "autonomy", "Avtonomija mladih", "Autonomy of young people"),
        (
            Field,
            "non_formal_learning",
            "Neformalno učenje in usposabljanje",
            "Non-formal learning and training",
        ),
        (Field, "labour_market", "Trg dela in podjetnost", "Labour market and entrepreneurship"),
        (Field, "fewer_opportunities", "Mladi z manj priložnostmi", "Young people with fewer opportunities"),
        (Field, "volunteering_solidarity", "Prostovoljstvo in solidarnost", "Volunteering and solidarity"),
        (Field, "mobility", "Mobilnost in mednarodno povezovanje", "Mobility and international ties"),
        (
            Field,
            "health",
            "Zdrav način življenja in preprečevanje odvisnosti",
            "Healthy living and preventing addiction",
        ),
        (
            Field,
            "culture_creativity",
            "Kultura in ustvarjalnost mladih",
            "Culture and creativity of young people",
        ),
        (Field, "participation", "Sodelovanje pri javnih zadevah", "Taking part in public affairs"),
        (Reason, "staff", "Bolezen ali odsotnost delavcev", "Staff ill or away"),
        (Reason, "no_young_people", "Ni bilo prijav", "Nobody signed up"),
        (Reason, "weather", "Vreme", "Weather"),
        (Reason, "premises", "Prostor ni na voljo", "Premises not available"),
        (Reason, "other", "Drugo", "Other"),
        (Topic, "school", "Šola in učenje", "School and learning"),
        (Topic, "work", "Delo in zaposlitev", "Work and jobs"),
        (Topic, "family", "Družina", "Family"),
        (Topic, "relationships", "Prijatelji in odnosi", "Friends and relationships"),
        (Topic, "wellbeing", "Duševno zdravje in počutje", "Mental health and wellbeing"),
        (Topic, "health", "Telesno zdravje", "Physical health"),
        (Topic, "violence", "Nasilje in varnost", "Violence and safety"),
        (Topic, "addiction", "Zasvojenost", "Addiction"),
        (Topic, "housing", "Bivanje", "Housing"),
        (Topic, "money", "Denar in pravice", "Money and entitlements"),
        (Topic, "other", "Drugo", "Other"),
    ]
    .map(|(vocabulary, code, sl, en)| (vocabulary, code, Text18::two(sl, en)))
    .into()
}

/// Seven bands; the cuts at 15 and 30 are those of the law (youth is 15 to 29).
pub fn bands() -> Vec<AgeBand> {
    [(0, Some(9)), (10, Some(12)), (13, Some(14)), (15, Some(18)), (19, Some(24)), (25, Some(29)), (30, None)]
        .map(|(min_age, max_age)| {
            let code = max_age.map_or_else(|| format!("{min_age}+"), |max: i64| format!("{min_age}-{max}"));
            AgeBand { code, min_age, max_age }
        })
        .into()
}
