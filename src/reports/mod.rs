//! What a unit tells others of a year, a half-year or a month: its municipality, its funder, the network, the public. A
//! report is made of the figures that every page shows, and of what people write beside them. As long as it is being written,
//! its figures are those of the day; once it is finished, they stay, and what was corrected since is told in words.

mod check;
mod comparing;
mod compose;
mod corrected;
mod counting;
mod differences;
mod document;
mod look;
mod making;
mod marks;
mod merging;
mod naming;
mod period;
mod printing;
mod reading;
mod reconcile;
mod reconciling;
mod report;
mod shelf;
mod since;
mod sources;
mod store;
mod stories;
mod template;
mod text;
mod web;

pub use comparing::lines as compared;
pub use corrected::{Corrected, corrected};
pub use document::Composed;
pub use making::{Ending, Kept, New, Refused, begin, finish, fitting, live, save};
pub use naming::title as template_title;
pub use period::name as period_name;
pub use printing::Format;
pub use reading::{of_id, read};
pub use reconciling::{Reconciliation, reconcile};
pub use report::{Chosen, Report};
pub use shelf::{bring_in, template, templates};
pub use store::{FinishedOne, finished};
pub use template::Template;
pub use web::{routes, written};

#[cfg(test)]
mod tests;
