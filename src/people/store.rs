//! SQL for people, roles, invitations, failed sign-ins and the outbox.

mod accounts;
mod departures;
mod failures;
mod invitations;
mod outbox;
mod resets;
mod roles;

pub use accounts::*;
pub use departures::*;
pub use failures::*;
pub use invitations::*;
pub use outbox::*;
pub use resets::*;
pub use roles::*;
