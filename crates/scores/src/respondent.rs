//! Figures of one respondent.

use crate::scale::Answer;

/// One respondent's index of an area, 0 to 100: the mean of the valid items' indices. Takes the answers to *all* of the
/// area's items.
///
/// `None` if fewer than half of them are valid. An item that was not asked is one of the area's all the same: an index of
/// one item in five would be of something else than its neighbours'.
#[must_use]
pub fn area_index(answers: impl IntoIterator<Item = Answer>) -> Option<f64> {
    let (mut items, mut valid, mut sum) = (0_u64, 0_u64, 0.0);
    for answer in answers {
        items += 1;
        if let Answer::Scored(score) = answer {
            valid += 1;
            sum += score.index();
        }
    }
    // The sum of many 100s may be a hair off: the mean must not leave the scale.
    (valid > 0 && 2 * valid >= items).then(|| (sum / valid as f64).clamp(0.0, 100.0))
}

/// Does the response count? It does if at least 80 % of the scale items that were asked are answered; "don't know" is an
/// answer, and what was not asked does not count at all. Who was asked nothing left nothing out. Takes the answers to all
/// scale items of the questionnaire.
#[must_use]
pub fn complete(answers: impl IntoIterator<Item = Answer>) -> bool {
    let (mut asked, mut answered) = (0_u64, 0_u64);
    for answer in answers {
        match answer {
            Answer::Scored(_) | Answer::DontKnow => (asked, answered) = (asked + 1, answered + 1),
            Answer::Unanswered => asked += 1,
            Answer::NotAsked => {}
        }
    }
    5 * answered >= 4 * asked
}
