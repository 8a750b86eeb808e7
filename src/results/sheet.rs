//! What the answers of some respondents come to: numbers by item, and each area's mean. Sheets of groups that share nobody
//! can be added, which is all that results are made of.

use std::collections::BTreeMap;

use scores::{Answer, Mean, Tally};

use crate::answers::{Value, is_asked};
use crate::questionnaires::{Area, Content, Item, Scale};

/// So many stretches a number is counted in, at the most.
const STRETCHES: i128 = 10;

/// How many gave which answer to an item. Whoever may choose several is counted with each, and once in `answered`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// By what can be answered, in the questionnaire's order.
    pub given: Vec<u32>,
    pub answered: u32,
    pub dont_know: u32,
    /// Asked, and left out.
    pub unanswered: u32,
    /// Not asked, by a condition.
    pub not_asked: u32,
}

impl Count {
    fn new(item: &Item) -> Count {
        Count { given: vec![0; width(&item.scale)], ..Count::default() }
    }

    /// Everybody.
    pub fn n(&self) -> u32 {
        self.answered + self.dont_know + self.unanswered + self.not_asked
    }

    fn merge(&mut self, other: &Count) {
        self.given.iter_mut().zip(&other.given).for_each(|(mine, more)| *mine += more);
        self.answered += other.answered;
        self.dont_know += other.dont_know;
        self.unanswered += other.unanswered;
        self.not_asked += other.not_asked;
    }

    /// As the scores of an item are worked out from; none where it is not scored, or does not fit the item.
    pub fn tally(&self, item: &Item) -> Option<Tally> {
        let scored = scored(item)?;
        Tally::of(scored, &self.given, self.dont_know, self.unanswered, self.not_asked).ok()
    }

    /// One after another, as it is kept.
    pub fn numbers(&self) -> Vec<u32> {
        let others = [self.answered, self.dont_know, self.unanswered, self.not_asked];
        self.given.iter().copied().chain(others).collect()
    }

    /// What [`Count::numbers`] gave.
    pub fn from_numbers(numbers: &[u32]) -> Option<Count> {
        let (given, others) = numbers.split_at_checked(numbers.len().checked_sub(4)?)?;
        let [answered, dont_know, unanswered, not_asked] = *others else { return None };
        Some(Count { given: given.to_vec(), answered, dont_know, unanswered, not_asked })
    }
}

/// How an item is scored, if it is.
pub fn scored(item: &Item) -> Option<scores::Item> {
    let scale = match item.scale {
        Scale::Agree4 => scores::Scale::Agree4,
        Scale::Agree5 => scores::Scale::Agree5,
        Scale::YesNo => scores::Scale::YesNo,
        _ => return None,
    };
    Some(scores::Item { scale, reversed: item.reversed })
}

/// The stretches of numbers that are counted together, both ends included.
pub fn stretches(least: i64, most: i64) -> Vec<(i64, i64)> {
    let (from, to) = (i128::from(least), i128::from(most));
    let each = (to - from).max(0) / STRETCHES + 1;
    let back = |n: i128| i64::try_from(n).unwrap_or(most);
    (0..STRETCHES)
        .map(|n| from + n * each)
        .take_while(|first| *first <= to)
        .map(|first| (back(first), back((first + each - 1).min(to))))
        .collect()
}

fn width(scale: &Scale) -> usize {
    match scale {
        Scale::Number { least, most } => stretches(*least, *most).len(),
        scale => scale.codes().len(),
    }
}

/// Which of the numbers of an item an answer adds to; none of what the item cannot be answered with.
fn places(scale: &Scale, value: &Value) -> Vec<usize> {
    let of = |code: &String| scale.codes().iter().position(|known| known == code);
    match (scale, value) {
        (_, Value::Step(step)) => vec![usize::from(*step)],
        (Scale::Number { least, most }, Value::Number(n)) => stretches(*least, *most)
            .iter()
            .position(|(from, to)| (from..=to).contains(&n))
            .into_iter()
            .collect(),
        (_, Value::Choice(code)) => of(code).into_iter().collect(),
        (_, Value::Many(codes)) => codes.iter().filter_map(of).collect(),
        (_, Value::Number(_) | Value::DontKnow) => Vec::new(),
    }
}

/// A questionnaire as it is counted.
#[derive(Clone, Debug)]
pub struct Form<'c> {
    content: &'c Content,
    /// What is counted: not what is answered in words, nor gender and age, by which others are split.
    pub items: Vec<&'c Item>,
    /// With the places of their items.
    pub areas: Vec<(&'c Area, Vec<usize>)>,
}

impl<'c> Form<'c> {
    pub fn new(content: &'c Content) -> Form<'c> {
        let counted = |item: &&Item| item.scale != Scale::Open && !item.scale.is_background();
        let items: Vec<&Item> = content.asked().filter(counted).collect();
        let of = |area: &'c Area| {
            let inside = |item: &Item| item.area.as_ref() == Some(&area.code) && scored(item).is_some();
            let places: Vec<usize> = (0..items.len()).filter(|at| inside(items[*at])).collect();
            (area, places)
        };
        let areas = content.areas.iter().map(of).filter(|(_, places)| !places.is_empty()).collect();
        Form { content, items, areas }
    }

    pub fn has_sensitive(&self) -> bool {
        self.items.iter().any(|item| item.sensitive.is_some())
    }

    /// Of nobody.
    pub fn sheet(&self) -> Sheet {
        Sheet {
            items: self.items.iter().map(|item| Count::new(item)).collect(),
            areas: vec![Mean::new(); self.areas.len()],
        }
    }

    /// Counts one more respondent, and says in which areas they have an index.
    pub fn add(&self, sheet: &mut Sheet, values: &BTreeMap<String, Value>) -> Vec<bool> {
        let mut answers = Vec::with_capacity(self.items.len());
        for (item, count) in self.items.iter().zip(&mut sheet.items) {
            answers.push(self.add_one(item, count, values));
        }
        let index = |places: &[usize]| scores::area_index(places.iter().map(|at| answers[*at]));
        let area = |((_, places), mean): (&(&Area, Vec<usize>), &mut Mean)| {
            // Nobody's index is outside 0 to 100, and there are not so many people.
            index(places).is_some_and(|index| mean.add(index).is_ok())
        };
        self.areas.iter().zip(&mut sheet.areas).map(area).collect()
    }

    fn add_one(&self, item: &Item, count: &mut Count, values: &BTreeMap<String, Value>) -> Answer {
        let Some(value) = values.get(&item.code) else {
            if is_asked(self.content, item, values) {
                count.unanswered += 1;
                return Answer::Unanswered;
            }
            count.not_asked += 1;
            return Answer::NotAsked;
        };
        let places = places(&item.scale, value);
        if places.is_empty() {
            count.dont_know += 1;
            return Answer::DontKnow;
        }
        count.answered += 1;
        for at in places {
            if let Some(n) = count.given.get_mut(at) {
                *n += 1;
            }
        }
        let score = match (scored(item), value) {
            (Some(scored), Value::Step(step)) => scored.score(*step).ok(),
            _ => None,
        };
        score.map_or(Answer::DontKnow, Answer::Scored)
    }
}

/// Numbers by item and means by area, in the order of the [`Form`] that made it.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    pub items: Vec<Count>,
    pub areas: Vec<Mean>,
}

impl Sheet {
    /// Adds what others, who are none of these, answered to the same questionnaire.
    pub fn merge(&mut self, other: &Sheet) {
        self.items.iter_mut().zip(&other.items).for_each(|(mine, more)| mine.merge(more));
        for (mine, more) in self.areas.iter_mut().zip(&other.areas) {
            // There are not so many people that their number could not be told.
            let _ = mine.merge(more);
        }
    }
}
