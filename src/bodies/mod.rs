//! Who discusses and decides: the council, the expert council, the assembly of members, regional committees of municipalities,
//! working groups. Each has members, meetings with their minutes, and decisions. They belong to a unit, mostly the network.

mod body;
mod called;
mod making;
mod meetings;
mod members;
mod store;
mod typed;
mod web;

pub use body::{Body, Kind, Meeting, Membership, Seat};
pub use called::{Called, meant};
pub use making::{Kept, end, save};
pub use meetings::save as save_meeting;
pub use members::{New as NewMember, add as add_member};
pub use store::{Held, Sitting, called, held, named_by, seats_of, sitting};
pub use web::routes;

#[cfg(test)]
mod tests;
