//! SQL for people, roles, invitations, failed sign-ins and the outbox.

mod accounts;
mod failures;
mod invitations;
mod outbox;
mod resets;
mod roles;

pub use accounts::*;
pub use failures::*;
pub use invitations::*;
pub use outbox::*;
pub use resets::*;
pub use roles::*;
