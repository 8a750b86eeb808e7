//! What a unit wants to reach: by which measure it will see that it has, and in which year.

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    #[default]
    Planned,
    UnderWay,
    Done,
    GivenUp,
}

impl State {
    pub const ALL: [State; 4] = [State::Planned, State::UnderWay, State::Done, State::GivenUp];

    pub fn code(self) -> &'static str {
        match self {
            State::Planned => "planned",
            State::UnderWay => "under_way",
            State::Done => "done",
            State::GivenUp => "given_up",
        }
    }

    pub fn from_code(code: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.code() == code)
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aim {
    pub aim: String,
    /// Of the questionnaire, by code; empty where it is measured by other means.
    pub area: String,
    /// In words.
    pub measure: String,
    /// Of the area: 0 to 100.
    pub points: Option<i64>,
    pub year: i64,
    pub whom: String,
    pub state: State,
}
