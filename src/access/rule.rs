//! The rule itself: which role may do what (`docs/architecture.md`, "Who may").

/// What a person is on a unit and everything below it, in rising order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RoleKind {
    /// Municipality, funder, committee: figures down to activity × month.
    Viewer,
    /// Records and corrects, reads notes.
    Worker,
    /// Worker, and builds the structure, brings in people, sees staff hours.
    Mentor,
    /// The whole network: structure, words, figures, people; not notes.
    Coordinator,
}

impl RoleKind {
    pub const ALL: [RoleKind; 4] =
        [RoleKind::Viewer, RoleKind::Worker, RoleKind::Mentor, RoleKind::Coordinator];

    pub fn code(self) -> &'static str {
        match self {
            RoleKind::Viewer => "viewer",
            RoleKind::Worker => "worker",
            RoleKind::Mentor => "mentor",
            RoleKind::Coordinator => "coordinator",
        }
    }

    pub fn from_code(code: &str) -> Option<RoleKind> {
        RoleKind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Something a person may or may not do at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// See figures down to activity × month.
    SeeFigures,
    /// See single entries, without their notes.
    SeeEntries,
    /// Read what was written about an evening.
    ReadNotes,
    /// Record and correct.
    Record,
    /// See what staff and volunteers spent.
    SeeStaffTime,
    /// Change units and activities.
    Build,
    /// Bring in people and give roles.
    ManagePeople,
    /// Change the network's words, age bands and projects.
    ManageWords,
    /// Say for how long notes are kept, and see that it is kept to.
    SetRetention,
    /// Close months and years, so that nothing in them changes.
    ClosePeriods,
    /// Reopen them, with a reason.
    ReopenPeriods,
    /// Watch over the records of a branch: what is missing and what looks odd, and support visits.
    Watch,
    /// Make and change what young people are asked.
    ManageQuestionnaires,
    /// Run an evaluation: make it, open and close it.
    Evaluate,
    /// See where one's unit is answered about, and how many have.
    SeeEvaluation,
    /// See what one's unit's evaluation came to.
    SeeResults,
    /// Read what young people wrote, once it was looked through.
    ReadWords,
    /// Look through what young people wrote, for names; of units below one's own.
    ReviewWords,
    /// Say from when on an area is good enough.
    SetTargets,
    /// Print codes for one answer each, and say whether an answer needs one.
    GiveCodes,
    /// See what a unit makes of its results: steps, aims, what is told to young people.
    SeeChange,
    /// Work on that.
    WorkOnChange,
    /// Put something on a page for everybody, and take it back.
    Publish,
    /// See what one's unit reported, once it is finished.
    SeeReports,
    /// See reports that are being written, and write in them.
    WriteReports,
    /// Finish a report: from then on its figures and texts stay.
    FinishReports,
    /// See what is due when, of one's branch.
    SeeCalendar,
    /// Say what is due when in the network.
    ManageCalendar,
    /// Read a plan of one's unit; the network's own is read by everybody in it.
    SeePlan,
    /// Write a plan: bring it in, change it, take parts out.
    WritePlan,
    /// Keep bodies: councils, working groups, and who sits in them.
    ManageBodies,
}

impl Act {
    pub const ALL: [Act; 31] = [
        Act::SeeFigures,
        Act::SeeEntries,
        Act::ReadNotes,
        Act::Record,
        Act::SeeStaffTime,
        Act::Build,
        Act::ManagePeople,
        Act::ManageWords,
        Act::SetRetention,
        Act::ClosePeriods,
        Act::ReopenPeriods,
        Act::Watch,
        Act::ManageQuestionnaires,
        Act::Evaluate,
        Act::SeeEvaluation,
        Act::SeeResults,
        Act::ReadWords,
        Act::ReviewWords,
        Act::SetTargets,
        Act::GiveCodes,
        Act::SeeChange,
        Act::WorkOnChange,
        Act::Publish,
        Act::SeeReports,
        Act::WriteReports,
        Act::FinishReports,
        Act::SeeCalendar,
        Act::ManageCalendar,
        Act::SeePlan,
        Act::WritePlan,
        Act::ManageBodies,
    ];

    /// The roles that may, lowest first.
    pub fn roles(self) -> &'static [RoleKind] {
        use RoleKind::{Coordinator, Mentor, Viewer, Worker};
        match self {
            Act::SeeFigures | Act::SeeResults | Act::SeeReports | Act::SeeCalendar | Act::SeePlan => {
                &[Viewer, Worker, Mentor, Coordinator]
            }
            Act::SeeEntries | Act::SeeEvaluation | Act::ReadWords | Act::SeeChange | Act::WriteReports => {
                &[Worker, Mentor, Coordinator]
            }
            // A coordinator sees that a note exists; reading it is for those who work with the young people.
            Act::ReadNotes | Act::Record | Act::WorkOnChange => &[Worker, Mentor],
            Act::SeeStaffTime
            | Act::Build
            | Act::ManagePeople
            | Act::ClosePeriods
            | Act::Watch
            | Act::ReviewWords
            | Act::SetTargets
            | Act::GiveCodes
            | Act::Publish
            | Act::FinishReports
            | Act::WritePlan
            | Act::ManageBodies => &[Mentor, Coordinator],
            Act::ManageWords
            | Act::SetRetention
            | Act::ReopenPeriods
            | Act::ManageQuestionnaires
            | Act::Evaluate
            | Act::ManageCalendar => &[Coordinator],
        }
    }

    pub fn allowed_to(self, kind: RoleKind) -> bool {
        self.roles().contains(&kind)
    }

    /// The key of the sentence that says what this is.
    pub fn key(self) -> &'static str {
        match self {
            Act::SeeFigures => "act-see-figures",
            Act::SeeEntries => "act-see-entries",
            Act::ReadNotes => "act-read-notes",
            Act::Record => "act-record",
            Act::SeeStaffTime => "act-see-staff-time",
            Act::Build => "act-build",
            Act::ManagePeople => "act-manage-people",
            Act::ManageWords => "act-manage-words",
            Act::SetRetention => "act-set-retention",
            Act::ClosePeriods => "act-close-periods",
            Act::ReopenPeriods => "act-reopen-periods",
            Act::Watch => "act-watch",
            Act::ManageQuestionnaires => "act-manage-questionnaires",
            Act::Evaluate => "act-evaluate",
            Act::SeeEvaluation => "act-see-evaluation",
            Act::SeeResults => "act-see-results",
            Act::ReadWords => "act-read-words",
            Act::ReviewWords => "act-review-words",
            Act::SetTargets => "act-set-targets",
            Act::GiveCodes => "act-give-codes",
            Act::SeeChange => "act-see-change",
            Act::WorkOnChange => "act-work-on-change",
            Act::Publish => "act-publish",
            Act::SeeReports => "act-see-reports",
            Act::WriteReports => "act-write-reports",
            Act::FinishReports => "act-finish-reports",
            Act::SeeCalendar => "act-see-calendar",
            Act::ManageCalendar => "act-manage-calendar",
            Act::SeePlan => "act-see-plan",
            Act::WritePlan => "act-write-plan",
            Act::ManageBodies => "act-manage-bodies",
        }
    }
}
