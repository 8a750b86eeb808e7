//! How a plan is adopted: steps that are taken one after another, the edition that each keeps, amendments after that, and which edition
//! stands in public.

pub mod edition;
pub mod holding;
pub mod making;
pub mod publishing;
pub mod steps;
pub mod store;
