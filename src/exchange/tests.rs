use std::collections::HashSet;

use super::columns::{Column, LABEL, guarded};

fn bands() -> Vec<String> {
    ["0-9", "15-18", "30+"].map(str::to_owned).into()
}

#[test]
fn a_heading_means_one_column_and_a_column_has_one_heading() {
    let all = Column::all(&bands());
    let codes: HashSet<String> = all.iter().map(|column| column.code().into_owned()).collect();
    assert_eq!(codes.len(), all.len(), "no heading twice");
    assert_eq!(all.len(), 19 + 3 * (1 + 5 + 3 + 1) + 10);
    for column in &all {
        assert_eq!(Column::from_code(&column.code()).as_ref(), Some(column));
        for heading in column.headings().skip(1) {
            assert!(heading.ends_with(LABEL) && Column::from_code(&heading).is_none(), "{heading}");
        }
    }
    for odd in ["", "Entry", "participants", "participant_", "participant_age_", "creator_man", "unit_label"]
    {
        assert_eq!(Column::from_code(odd), None, "{odd}");
    }
}

#[test]
fn the_headings_are_those_that_were_agreed() {
    let headings: Vec<String> = Column::all(&bands())
        .iter()
        .flat_map(|column| column.headings().map(std::borrow::Cow::into_owned).collect::<Vec<_>>())
        .collect();
    let said = headings.join(",");
    assert!(said.starts_with(
        "entry,version,unit,unit_label,activity,activity_label,kind,kind_label,place_kind,place_kind_label,project,\
         project_label,main_tag,main_tag_label,main_field,main_field_label,further_tags,further_fields,topics,status,\
         status_label,cancel_reason,cancel_reason_label,date,start,end,duration_min,created_min,participant,\
         participant_girl,participant_boy,participant_non_binary,participant_not_stated,participant_unknown,\
         participant_age_0-9,participant_age_15-18,participant_age_30+,participant_age_unknown,creator,"
    ), "{said}");
    assert!(said.ends_with(
        "audience_age_unknown,first_visits,staff_count,staff_min,prep_min,volunteer_count,volunteer_min,count_method,\
         count_method_label,copied_counts,series,note"
    ), "{said}");
}

#[test]
fn what_a_spreadsheet_would_take_for_a_formula_is_marked_as_text() {
    for formula in ["=1+1", "+38640", "-", "@sum", "\tx", "\r", "'=x", "''@"] {
        assert_eq!(guarded(formula), format!("'{formula}"));
    }
    for plain in ["", "večer", "'s Hertogenbosch", "1-2", "a=b"] {
        assert_eq!(guarded(plain), plain);
    }
}
