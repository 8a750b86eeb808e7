//! What an evaluation came to. At closing it is decided once what may be shown of how few, and only that is written down;
//! pages, files and commands show these rows and work nothing out of answers. Later editions leave whole batches out.

mod closing;
mod figures;
mod frozen;
mod giving;
mod reading;
mod rows;
mod sheet;
mod shown;
mod store;
mod table;
mod targets;
mod telling;
mod web;
mod words;

pub use closing::{JOB, give, release, settled};
pub use figures::Before;
pub use giving::{Format, all, file};
pub use reading::everything;
pub use shown::{Line, Shown, released, shown};
pub use web::routes;

#[cfg(test)]
mod tests;
