//! Types, lists and scales.

use super::*;
use crate::i18n::Text18;

const OFTEN: &str = "list_name | name | label::English (en)
    often | daily | Every day
    often | rarely | Rarely";

#[test]
fn each_type_becomes_what_it_asks() {
    for (kind, scale) in [
        ("text", Scale::Open),
        ("string", Scale::Open),
        ("select_one agree5", Scale::Agree5),
        ("select one agree4", Scale::Agree4),
        ("SELECT_ONE yes_no", Scale::YesNo),
        ("select_one gender", Scale::Gender),
        ("select_one age_class", Scale::Age),
    ] {
        let read = questions("", &format!("{kind} | q | Q"), "");
        assert_eq!(content(&read).items[1].scale, scale, "{kind}");
        assert_eq!(told(&read), NO);
    }
    for kind in ["select_one often", "select one from often", "select1 often"] {
        let read = questions("", &format!("{kind} | q | Q"), OFTEN);
        let Scale::One(choices) = &content(&read).items[1].scale else { panic!("{kind}") };
        assert_eq!(choices[0].code, "daily");
        assert_eq!(choices[1].text, Text18::one("en", "Rarely"));
    }
    for kind in ["select_multiple often", "select multiple often", "select all that apply from often"] {
        let read = questions("", &format!("{kind} | q | Q"), OFTEN);
        assert!(matches!(&content(&read).items[1].scale, Scale::Many(it) if it.len() == 2), "{kind}");
    }
}

#[test]
fn what_cannot_be_asked_is_named_with_its_rows_and_left_out() {
    for (kind, key) in [
        ("note", "type-note"),
        ("calculate", "type-hidden"),
        ("geopoint", "type-telling"),
        ("image", "type-telling"),
        ("audio", "type-telling"),
        ("barcode", "type-telling"),
        ("date", "type-other"),
        ("dateTime", "type-other"),
        ("decimal", "type-other"),
        ("range", "type-other"),
        ("rank often", "type-other"),
        ("select_one_from_file often.csv", "type-other"),
        ("start", "type-device"),
        ("end", "type-device"),
        ("deviceid", "type-device"),
        ("username", "type-device"),
        ("email", "type-device"),
        ("audit", "type-device"),
    ] {
        let read = questions("", &format!("{kind} | a | A\n {kind} | b | B"), "");
        assert_eq!(told(&read), [format!("{key} survey 3,4")], "{kind}");
        assert_eq!(only(&read).code, "fine");
    }
    assert_eq!(told(&questions("", "slect_one often | a | A", OFTEN))[0], "STOP type-unknown survey 3 type");
    assert_eq!(told(&questions("", " | a | A", "")), ["STOP type-missing survey 3"]);
    let disabled = questions("| disabled", "text | a | A | yes\n text | b | B | no", "");
    assert_eq!((told(&disabled), content(&disabled).items.len()), (vec!["row-left survey 3".to_owned()], 2));
    assert_eq!(told(&questions("| my notes", " | | | todo", "")), ["row-left survey 3"]);
}

#[test]
fn what_is_asked_several_times_over_is_left_out_whole() {
    let lines =
        "begin_repeat | r | R\n text | in | In\n begin_group | g | G\n end_group\n end repeat\n text | b | B";
    let read = questions("| repeat_count", lines, "");
    assert_eq!(told(&read), ["repeat survey 3,4,5,6,7"]);
    assert_eq!(content(&read).items.len(), 2);
    assert_eq!(
        told(&questions("", "begin_repeat | r | R\n text | a | A", ""))[0],
        "STOP group-open survey 3"
    );
    assert_eq!(told(&questions("", "end_repeat", "")), ["STOP group-end survey 3"]);
}

#[test]
fn a_list_has_to_be_there_and_one_that_nobody_uses_is_named() {
    assert_eq!(
        told(&questions("", "select_one x | a | A", OFTEN)),
        ["STOP list-unknown survey 3 type", "list-unused choices 2"]
    );
    assert_eq!(
        told(&questions("", "select_multiple agree5 | a | A", "")),
        ["STOP list-unknown survey 3 type"]
    );
    assert_eq!(told(&questions("", "select_one | a | A", "")), ["STOP list-unnamed survey 3 type"]);
    let stray = format!("{OFTEN}\n | x | X");
    assert_eq!(
        told(&questions("", "select_one often | a | A", &stray)),
        ["STOP list-missing choices 4 list_name"]
    );
    let other = questions("", "select_one often or_other | a | A", OFTEN);
    assert_eq!(told(&other), ["or-other survey 3 type"]);
    assert_eq!(content(&other).items[1].scale.choices().len(), 2);
}

/// A list of these values, in order.
fn list(name: &str, choices: &[(&str, &str)]) -> String {
    let rows: Vec<String> =
        choices.iter().map(|(code, said)| format!("{name} | {code} | {said}\n")).collect();
    format!("list_name | name | label::English (en)\n{}", rows.concat())
}

#[test]
fn a_scale_is_known_by_its_name_or_by_what_it_says() {
    let ours = [
        ("1", "Strongly disagree"),
        ("2", "disagree"),
        ("3", "Neither agree nor disagree"),
        ("4", "AGREE."),
        ("5", "Strongly agree"),
    ];
    let read = questions("", "select_one x | a | A", &list("x", &ours));
    assert_eq!((told(&read), &content(&read).items[1].scale), (vec![], &Scale::Agree5));
    // Numbers alone may as well mean how often.
    let often = [("1", "Never"), ("2", "Rarely"), ("3", "Sometimes"), ("4", "Often")];
    let read = questions("", "select_one x | a | A", &list("x", &often));
    assert_eq!(told(&read), ["scale-close survey 3 type"]);
    assert!(matches!(&content(&read).items[1].scale, Scale::One(it) if it.len() == 4));
    let read = questions("", "select_one agree4 | a | A", &list("agree4", &often));
    assert_eq!(told(&read), ["scale-words choices 2,3,4,5"]);
    assert_eq!(content(&read).items[1].scale, Scale::Agree4);
    let yes = [("yes", "Sure"), ("no", "Not at all")];
    let read = questions("", "select_one x | a | A", &list("x", &yes));
    assert_eq!((told(&read).len(), &content(&read).items[1].scale), (1, &Scale::YesNo));
    // Called like a scale, and another one.
    let read = questions("", "select_one agree5 | a | A", &list("agree5", &often));
    assert_eq!(told(&read), ["STOP scale-codes survey 3 type"]);
    let sexes = [("m", "Male"), ("f", "Female")];
    let read = questions("", "select_one gender | a | A", &list("gender", &sexes));
    assert_eq!(told(&read), ["scale-words choices 2,3"]);
    assert_eq!(content(&read).items[1].scale, Scale::Gender);
    // Just as it stands, where the file says so.
    let read = questions("| logbook_scale", "select_one x | a | A | one", &list("x", &ours));
    assert!(matches!(&content(&read).items[1].scale, Scale::One(it) if it.len() == 5));
    let read = questions("| logbook_scale", "select_one x | a | A | maybe", &list("x", &ours));
    assert_eq!(told(&read)[0], "STOP scale-odd survey 3 logbook_scale");
}

#[test]
fn not_knowing_is_offered_anyway() {
    for (code, said) in [
        ("dont_know", "?"),
        ("DK", "?"),
        ("98", "Don't know"),
        ("99", "I’d rather not say"),
        ("99", "Ne želim povedati"),
        ("-99", "Prefer not to answer"),
    ] {
        let read = questions("", "select_one x | a | A", &list("x", &[("a", "A"), ("b", "B"), (code, said)]));
        assert_eq!(told(&read), ["dont-know choices 4"], "{code} {said}");
        assert_eq!(content(&read).items[1].scale.choices().len(), 2);
    }
    for (code, said) in [("98", "Ninety-eight"), ("c", "Don't know what to do")] {
        let read = questions("", "select_one x | a | A", &list("x", &[("a", "A"), (code, said)]));
        assert_eq!(told(&read), NO, "{code} {said}");
    }
    // Beside a scale of ours it is no other scale.
    let known = [("yes", "Yes"), ("no", "No"), ("99", "Don't know")];
    let read = questions("", "select_one x | a | A", &list("x", &known));
    assert_eq!((told(&read).len(), &content(&read).items[1].scale), (1, &Scale::YesNo));
}

#[test]
fn a_number_has_bounds() {
    let number = |constraint: &str| questions("| constraint", &format!("integer | n | N | {constraint}"), "");
    for (said, least, most) in [
        (". >= 0 and . <= 10", 0, 10),
        (".>=1 and .<=5", 1, 5),
        (". > 0 and . < 100", 1, 99),
        ("(. >= 3) and (. <= 7)", 3, 7),
        ("3 <= . and 7 >= .", 3, 7),
        (". <= 7 and . >= 3", 3, 7),
    ] {
        let read = number(said);
        assert_eq!(content(&read).items[1].scale, Scale::Number { least, most }, "{said}");
        assert_eq!(told(&read), NO);
    }
    for (said, least, most) in [("", 0, 10_000), (". <= 120", 0, 120), (". > 4", 5, 10_000)] {
        let read = number(said);
        assert_eq!(content(&read).items[1].scale, Scale::Number { least, most }, "{said}");
        assert_eq!(told(&read), ["bounds survey 3"]);
    }
    for said in [". mod 2 = 0", ". >= 1.5", ". >= 1 and . >= 2", ". != 3", ". > 9223372036854775807", "1"] {
        let read = number(said);
        assert_eq!(told(&read), ["constraint survey 3 constraint", "bounds survey 3"], "{said}");
    }
    assert_eq!(told(&number(". >= -5 and . <= 5")), ["STOP questionnaire-bounds-odd survey 3"]);
    let read = questions("| constraint", "text | t | T | regex(., 'x')", "");
    assert_eq!(told(&read), ["constraint survey 3 constraint"]);
}
