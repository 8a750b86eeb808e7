//! Whom a question is for. It is never asked of others because something was not understood.

use super::*;
use crate::questionnaires::content::Condition;
use crate::questionnaires::xlsform::condition;

const CHOICES: &str = "list_name | name | label::English (en)
    often | daily | Every day
    often | Once-a-week | Weekly
    often | rarely | Rarely";

fn asked(kind: &str, relevant: &str) -> Read {
    let lines = format!("{kind} | Often? | How often | \n text | why | Why | {relevant}");
    questions("| relevant", &lines, CHOICES)
}

#[test]
fn one_of_several_answers_to_one_question() {
    for (relevant, any_of) in [
        ("${Often?} = 'daily'", vec!["daily"]),
        ("${Often?}=\"daily\"", vec!["daily"]),
        ("${ Often? } = ‘daily’", vec!["daily"]),
        ("selected(${Often?}, 'daily')", vec!["daily"]),
        ("(${Often?} = 'daily' or ${Often?} = 'rarely')", vec!["daily", "rarely"]),
        ("selected(${Often?}, 'Once-a-week') or (${Often?} = 'daily')", vec!["once_a_week", "daily"]),
    ] {
        let read = asked("select_one often", relevant);
        let any_of = any_of.into_iter().map(str::to_owned).collect();
        assert_eq!(content(&read).items[2].only_if, Some(Condition { item: "often".into(), any_of }));
        assert_eq!(told(&read), ["name-changed survey 3 name", "name-changed choices 3 name"], "{relevant}");
    }
    let numbers =
        questions("| relevant", "select_one agree5 | a | A\n text | b | B | ${a} = 1 or ${a} = 2", "");
    assert_eq!(content(&numbers).items[2].only_if.as_ref().unwrap().any_of, ["1", "2"]);
    // Of several answers, an equals sign means this one alone.
    assert_eq!(told(&asked("select_multiple often", "${Often?} = 'daily'"))[0], {
        "STOP relevant-many survey 4 relevant"
    });
    let many = asked("select_multiple often", "selected(${Often?}, 'daily')");
    assert!(content(&many).items[2].only_if.is_some());
}

#[test]
fn anything_else_stops_at_its_row() {
    for relevant in [
        "${Often?} != 'daily'",
        "not(${Often?} = 'daily')",
        "${Often?} = 'daily' and ${Often?} = 'rarely'",
        "${Often?} = 'daily' or ${fine} = 'x'",
        "${Often?} = 'daily' ${Often?} = 'rarely'",
        "${Often?}",
        "${Often?} = ",
        "${Often? = 'daily'",
        "selected(${Often?} 'daily')",
        "selected(${Often?}, 'daily'",
        "${age} > 15",
        "true()",
        "or",
        "(((",
    ] {
        let read = asked("select_one often", relevant);
        assert_eq!(told(&read)[0], "STOP relevant survey 4 relevant", "{relevant}");
    }
    let told_of = |relevant: &str| told(&asked("select_one often", relevant))[0].clone();
    assert_eq!(told_of("${nobody} = 'daily'"), "STOP relevant-unknown survey 4 relevant");
    assert_eq!(told_of("${Often?} = 'never'"), "STOP questionnaire-condition-unknown survey 4");
    assert_eq!(told_of("${fine} = 'x'"), "STOP questionnaire-condition-unknown survey 4");
    assert_eq!(told_of("${why} = 'x'"), "STOP questionnaire-condition-later survey 4");
    let deep = format!("{}${{a}} = 'b'{}", "(".repeat(100_000), ")".repeat(100_000));
    assert_eq!(condition::read(&deep), None);
}

#[test]
fn it_can_be_about_nothing_that_is_left_out_or_secret() {
    let note = questions("| relevant", "date | d | D | \n text | b | B | ${d} = '1'", "");
    assert_eq!(told(&note), ["STOP relevant-left survey 4 relevant", "type-other survey 3"]);
    // What stops the other question is told there, and once.
    let broken = questions("| relevant", "slect | d | D | \n text | b | B | ${d} = '1'", "");
    assert_eq!(told(&broken), ["STOP type-unknown survey 3 type"]);
    let gender = questions("| relevant", "select_one gender | g | G | \n text | b | B | ${g} = 'girl'", "");
    assert_eq!(told(&gender), ["STOP questionnaire-condition-sensitive survey 4"]);
    let group =
        questions("| relevant", "begin_group | g | G | ${fine} = 'x'\n text | b | B | \n end_group", "");
    assert!(told(&group).contains(&"STOP group-column survey 3 relevant".to_owned()));
    let bound = questions("| bind::relevant", "text | b | B | ${c} > 2", "");
    assert_eq!(told(&bound), ["STOP relevant survey 3 bind::relevant"]);
}
