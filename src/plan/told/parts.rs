//! Parts of a plan with what came of each.

use chrono::NaiveDate;

use super::{ToldAction, ToldJudgement, ToldPart, ToldTarget, ToldUnit, ToldWords, adds_up, key, number};
use crate::i18n::Words;
use crate::plan::document::{Kind, Part};
use crate::plan::in_words::InWords;
use crate::plan::reckoning::{Reckoned, Reckoning};
use crate::plan::telling;
use crate::units::Called;

/// What parts are told with.
pub struct Desk<'a> {
    pub w: Words,
    pub year: i32,
    pub reckoning: &'a Reckoning,
    pub called: &'a Called,
}

impl Desk<'_> {
    /// The parts that are headings, in reading order.
    pub fn parts(&self, all: &[Part]) -> Vec<ToldPart> {
        let headings = all.iter().filter(|it| it.kind != Kind::Action);
        headings.map(|part| self.part(all, part)).collect()
    }

    fn part(&self, all: &[Part], part: &Part) -> ToldPart {
        let (w, says) = (self.w, &part.says);
        let find = |code: &str| all.iter().find(|it| it.code == code);
        let depth = std::iter::successors(find(&part.within), |it| find(&it.within)).take(10).count();
        let inside = all.iter().filter(|it| it.within == part.code && it.kind == Kind::Action);
        let mut facts = telling::facts(w, part, self.year);
        if part.kind != Kind::Area {
            facts.insert(0, (w.tr("plan-kind"), w.tr(&format!("plan-kind-{}", part.kind.code()))));
        }
        ToldPart {
            code: part.code.clone(),
            depth,
            kind: w.tr(&format!("plan-kind-{}", part.kind.code())),
            name: w.text(&part.name),
            purpose: w.text(&says.purpose),
            goals: says.goals.iter().map(|it| w.text(it)).collect(),
            facts,
            steps: telling::steps(w, part, self.year),
            refers: says.refers.iter().filter_map(|code| Some(w.text(&find(code)?.name))).collect(),
            targets: self.targets(part),
            words: self.words(part),
            actions: inside.map(|it| self.action(it)).collect(),
        }
    }

    fn action(&self, part: &Part) -> ToldAction {
        let (w, says, on) = (self.w, &part.says, self.reckoning.on);
        let first = NaiveDate::from_ymd_opt(self.year, 1, 1).unwrap_or(on);
        let from = says.when.iter().map(|it| it.from.first()).min().unwrap_or(first);
        ToldAction {
            name: w.text(&part.name),
            when: telling::time(w, part, self.year),
            from,
            begun: from <= on,
            indicator: w.text(&says.indicator),
            facts: telling::facts(w, part, self.year),
            steps: telling::steps(w, part, self.year),
            targets: self.targets(part),
            words: self.words(part),
        }
    }

    fn words(&self, part: &Part) -> Vec<ToldWords> {
        let w = self.w;
        let judged = |(of, wording)| {
            let said = self.reckoning.judgement(part, of).map(|(it, earlier)| ToldJudgement {
                words: it.words.clone(),
                evidence: it.evidence.clone(),
                by: telling::judged_by(w, self.reckoning.zone, it),
                earlier: if earlier {
                    w.of("plan-judged-earlier", w.text(&it.wording))
                } else {
                    String::new()
                },
            });
            ToldWords { own: of == InWords::Own, of: w.text(&wording), said }
        };
        let all = InWords::all(part).into_iter().map(judged);
        // Where a number tells of it, nobody has to say it in words as well.
        all.filter(|it| !it.own || it.said.is_some() || part.says.targets.is_empty()).collect()
    }

    fn targets(&self, part: &Part) -> Vec<ToldTarget> {
        let own = self.reckoning.told().filter(|it| it.part == part.code);
        own.map(|it| self.target(it)).collect()
    }

    fn target(&self, it: &Reckoned) -> ToldTarget {
        let w = self.w;
        let state = it.standing.state;
        let mut notes = telling::shares(w, it);
        notes.extend(telling::notes(w, it));
        notes.extend(it.dropped.as_ref().map(|it| it.reason.clone()));
        ToldTarget {
            key: key(it),
            says: telling::target(w, &it.target),
            came: telling::far(w, it),
            state: state.code(),
            tone: state.tone(),
            stands: w.tr(&format!("plan-state-{}", state.code())),
            gone: telling::gone(it),
            notes,
            units: self.units(it),
            source: telling::source(w, it),
            number: number(it, self.year, self.reckoning.on),
        }
    }

    fn units(&self, it: &Reckoned) -> Vec<ToldUnit> {
        let Some(each) = it.target.each else { return Vec::new() };
        let w = self.w;
        let adds_up = adds_up(it);
        let unit = |(code, came): &(String, crate::plan::standing::Came)| ToldUnit {
            name: self.called.on(code, self.reckoning.on).map_or_else(|| code.clone(), |name| w.text(name)),
            came: telling::came(w, Some(*came)),
            counted: adds_up.then_some(came.above),
            has: came.at_least(each),
        };
        let mut all: Vec<ToldUnit> = it.units.iter().map(unit).collect();
        all.sort_by(|a, b| w.compare(&a.name, &b.name));
        all
    }
}
