//! New units in the order they can be added: parents before those below them.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Column, Line, Planned, Planner, text};

/// Steps from the top to the lowest unit.
const DEEPEST: usize = 20;

/// How far the way up from a row has been walked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Walk {
    Ahead,
    Here,
    Done,
}

impl Planner<'_> {
    /// The new units, parents before those below them; `opened` are the days since when units are there, by code.
    pub(super) fn in_order(
        &mut self,
        lines: Vec<Line>,
        mut opened: HashMap<String, NaiveDate>,
    ) -> Vec<Planned> {
        let at: HashMap<String, usize> =
            lines.iter().enumerate().map(|(at, line)| (line.code.clone(), at)).collect();
        let parents: Vec<String> = lines
            .iter()
            .map(
                |line| if line.parent.is_empty() { self.ground.base.to_owned() } else { line.parent.clone() },
            )
            .collect();
        let (mut order, mut steps) = (Vec::with_capacity(lines.len()), vec![0; lines.len()]);
        let mut state = vec![Walk::Ahead; lines.len()];
        for start in 0..lines.len() {
            if state[start] == Walk::Done {
                continue;
            }
            // Up to what is there or was walked before, then down again.
            let (mut chain, mut now) = (Vec::new(), start);
            let above = loop {
                state[now] = Walk::Here;
                chain.push(now);
                match at.get(&parents[now]).copied() {
                    None => break self.known_parent(&lines[now], &parents[now]),
                    Some(next) => match state[next] {
                        Walk::Ahead => now = next,
                        Walk::Done => break steps[next],
                        Walk::Here => {
                            self.tell_circle(&lines, &chain, next);
                            break 0;
                        }
                    },
                }
            };
            for (n, index) in chain.iter().rev().enumerate() {
                steps[*index] = above + n + 1;
                state[*index] = Walk::Done;
                order.push(*index);
            }
        }
        let mut new = Vec::with_capacity(order.len());
        for index in order {
            let (line, parent) = (&lines[index], parents[index].as_str());
            let above = opened.get(parent).copied();
            // Without a day of its own, a unit is there since the one above it; that there is none was told.
            let opened_on = line.opened_on.or(above).unwrap_or(self.ground.today);
            opened.insert(line.code.clone(), opened_on);
            new.extend(self.planned(line, (parent, above), opened_on, steps[index]));
        }
        new
    }

    fn tell_circle(&mut self, lines: &[Line], chain: &[usize], back: usize) {
        let begin = chain.iter().position(|index| *index == back).unwrap_or(0);
        let mut codes: Vec<&str> = chain[begin..].iter().map(|index| lines[*index].code.as_str()).collect();
        codes.push(lines[back].code.as_str());
        let round = codes.join(" → ");
        for index in &chain[begin..] {
            self.tell(lines[*index].row, &Column::Parent, "file-circle", vec![("it", round.clone().into())]);
        }
    }

    /// Checks a parent that is no row of the file; returns how deep it stands.
    fn known_parent(&mut self, line: &Line, parent: &str) -> usize {
        let key = match self.known.get(parent).copied() {
            Some(known) if !known.within => "file-parent-elsewhere",
            Some(known) if known.closed => "file-parent-closed",
            Some(known) => return known.path.depth(),
            None => "file-parent-unknown",
        };
        self.tell(line.row, &Column::Parent, key, vec![("it", parent.to_owned().into())]);
        0
    }

    fn planned(
        &mut self,
        line: &Line,
        (parent, above): (&str, Option<NaiveDate>),
        opened_on: NaiveDate,
        steps: usize,
    ) -> Option<Planned> {
        let before = self.problems.len();
        if steps > DEEPEST {
            self.tell(line.row, &Column::Parent, "file-too-deep", vec![("n", text(DEEPEST))]);
        }
        let kind = match &line.kind {
            None => {
                if !line.kind_unknown {
                    self.tell(line.row, &Column::Kind, "unit-kind-missing", vec![]);
                }
                String::new()
            }
            Some(kind) => kind.clone(),
        };
        if self.top == Some(kind.as_str()) {
            self.tell(line.row, &Column::Kind, "file-kind-top", vec![]);
        }
        if let Some(retired) = self.ground.kinds.iter().find(|it| it.code == kind && it.retired_on.is_some())
        {
            let name = retired.name.read(self.ground.language).to_owned();
            self.tell(line.row, &Column::Kind, "file-kind-retired", vec![("it", name.into())]);
        }
        if line.name.is_empty() {
            self.tell(line.row, &Column::Name(None), "unit-name-missing", vec![]);
        }
        // Today's tree would have a unit below one that is not there yet.
        if let Some(above) = above.filter(|_| self.known.contains_key(parent))
            && above > opened_on.max(self.ground.today)
        {
            let args = vec![("it", parent.to_owned().into()), ("day", above.into())];
            self.tell(line.row, &Column::OpenedOn, "file-before-parent", args);
        }
        (self.problems.len() == before).then(|| Planned {
            row: line.row,
            code: line.code.clone(),
            kind,
            parent: parent.to_owned(),
            name: line.name.clone(),
            place: Some(line.place.clone()).filter(|place| !place.is_empty()),
            opened_on,
        })
    }
}
