//! The people who record and look: accounts by invitation, and the roles that let them. A role is given by somebody with
//! at least the same role at or above the unit, and holds for everything below it.

mod asking;
mod giving;
mod invitation;
mod leaving;
mod mail;
mod merging;
mod password;
mod person;
mod reset;
mod roles;
mod sign_in;
mod store;
mod web;

pub use asking::whom_to_ask;
pub use giving::{give, take};
pub use invitation::{Invite, Invited, invite, withdraw_all};
pub use leaving::{Done as Left, JOB as DEPARTURES, Standing, Typed as Leaving, leave, standing};
pub use mail::{
    File as MailFile, KEPT as MAIL_KEPT, Stage as MailStage, again as mail_again,
    forget_files as forget_mail_files, not_taken as mails_not_taken, put as put_mail,
    put_with as put_mail_with, run as run_outbox,
};
pub use merging::{give_also, holders};
pub use password::hash as hash_password;
pub use person::{Held, Member, NewPerson, Person, fold_mail, looks_like_mail};
pub use reset::link as reset_link;
pub use roles::{Closed, close};
pub use store::{
    Addressed, Called, Departure, Mentor, NewRole, all_waiting, by_mail, coordinators_to_write,
    departures_of, enable, everybody, everybody_as, in_network, insert_person, insert_role, list_people,
    mentors, recorders,
};
pub use web::{links_by_hand, routes};

#[cfg(test)]
mod tests;
