//! Forms as the field makes them, whole.

use super::*;
use crate::i18n::Text18;
use crate::questionnaires::content::Condition;

/// As one would begin with a form builder: metadata first, notes between, a group for each page.
#[test]
fn a_form_from_a_form_builder() {
    let survey = "type | name | label::English (en) | label::Slovenščina (sl) | hint::English (en) | required | relevant | appearance | constraint
        start | start | | | | | | |
        end | end | | | | | | |
        deviceid | deviceid | | | | | | |
        note | intro | Welcome! | Živjo! | | | | |
        begin_group | welcome | Feeling welcome | Dobrodošlost | | | | field-list |
        select_one agree5 | Welcome_1 | I feel welcome | Počutim se dobrodošlo | Think of the last month | yes | | likert |
        select_one agree5 | Welcome_2 | Staff know my name | Poznajo moje ime | | yes | | likert |
        end_group | | | | | | | |
        select_multiple doing or_other | doing | What do you do here? | Kaj počneš tu? | | no | | minimal |
        text | music | Which music? | Katera glasba? | | | selected(${doing}, 'music') | multiline |
        select_one yesno | friends | Did you make friends? | So tu tvoji prijatelji? | | true() | | |
        text | no_friends | Why not? | Zakaj ne? | | | ${friends} = 'no' | |
        integer | years | For how many years? | Koliko let? | | | | | . >= 0 and . <= 30
        begin_group | about | About you | O tebi | | | | |
        select_one gender | gender | You are | Si | | | | |
        select_one age_class | age | How old are you? | Koliko let imaš? | | | | |
        end_group | | | | | | | |
        geopoint | where | Where? | Kje? | | | | |";
    let choices = "list_name | name | label::English (en) | label::Slovenščina (sl)
        doing | music | Music | Glasba
        doing | Table-tennis | Table tennis | Namizni tenis
        doing | 99 | Don't know | Ne vem
        yesno | yes | Yes | Da
        yesno | no | No | Ne
        regions | west | West | Zahod";
    let settings = "form_title | form_id | version | default_language
        Our youth centre | centre_2026 | 2026010101 | English (en)";
    let read = file(survey, choices, settings);
    assert_eq!(
        told(&read),
        [
            "type-device survey 2",
            "type-device survey 3",
            "type-device survey 4",
            "type-note survey 5",
            "left-look survey 6,7,8,10,11 appearance",
            "name-changed survey 7 name",
            "left-hint survey 7 hint::English (en)",
            "left-required survey 7,8,12 required",
            "name-changed survey 8 name",
            "or-other survey 10 type",
            "area-empty survey 15",
            "area-outside survey 16,17",
            "type-telling survey 19",
            "name-changed choices 3 name",
            "dont-know choices 4",
            "list-unused choices 7",
            "left-version settings 2 version",
        ]
    );
    let of = content(&read);
    assert_eq!(
        (&read.name, read.code.as_deref()),
        (&Text18::one("en", "Our youth centre"), Some("centre_2026"))
    );
    assert_eq!(of.languages, ["en", "sl"]);
    assert_eq!((of.areas.len(), &of.areas[0].name), (1, &Text18::two("Dobrodošlost", "Feeling welcome")));
    let codes: Vec<&str> = of.items.iter().map(|item| item.code.as_str()).collect();
    assert_eq!(
        codes,
        ["welcome_1", "welcome_2", "doing", "music", "friends", "no_friends", "years", "gender", "age"]
    );
    assert_eq!(of.items[2].scale.codes(), ["music", "table_tennis"]);
    assert_eq!(of.items[3].only_if, Some(Condition { item: "doing".into(), any_of: vec!["music".into()] }));
    assert_eq!(of.items[4].scale, Scale::YesNo);
    assert_eq!(of.items[5].only_if.as_ref().map(|it| it.item.as_str()), Some("friends"));
    assert_eq!(of.items[6].scale, Scale::Number { least: 0, most: 30 });
}

/// As somebody types it by hand, in one language, with the older spelling of the words.
#[test]
fn a_form_typed_by_hand() {
    let survey = "Type | Name | Label
        select one from agreement | q1 | Tu se počutim varno.
        select all that apply from things | q2 | Kaj ti je všeč?
        begin repeat | others | Drugi
        text | who | Kdo?
        end repeat | |
        text | q3 | Kaj bi spremenil?";
    let choices = "list name | name | label
        agreement | 1 | Sploh se ne strinjam
        agreement | 2 | Ne strinjam se
        agreement | 3 | Strinjam se
        agreement | 4 | Popolnoma se strinjam
        things | people | Ljudje
        things | games | Igre";
    let read = file(survey, choices, "set form title | set form id | default_language\n Glas | glas | sl");
    let of = content(&read);
    assert_eq!(of.items[0].scale, Scale::Agree4);
    assert!(matches!(&of.items[1].scale, Scale::Many(it) if it.len() == 2));
    assert_eq!(of.items[2].text, Text18::one("sl", "Kaj bi spremenil?"));
    assert_eq!((&read.name, &of.languages[..]), (&Text18::one("sl", "Glas"), &["sl".to_owned()][..]));
    assert_eq!(told(&read), ["repeat survey 4,5,6"]);
}

/// Everything that is wrong is told at once, what stops before what is only remarked.
#[test]
fn a_form_with_much_that_is_wrong() {
    let survey = "type | name | label::English (en) | relevant
        select_one often | often | How often? |
        select_one missing | lost | Lost? |
        text | why | Why? | ${often} != 'daily'
        text | why | Again? |
        image | photo | Photo |
        tekst | what | What? |";
    let choices =
        "list_name | name | label::English (en)\n often | daily | Daily\n often | daily | Every day";
    assert_eq!(
        told(&file(survey, choices, "")),
        [
            "STOP list-unknown survey 3 type",
            "STOP relevant survey 4 relevant",
            "STOP name-twice survey 5 name",
            "STOP type-unknown survey 7 type",
            "STOP questionnaire-choice-twice choices 3",
            "type-telling survey 6",
        ]
    );
}
