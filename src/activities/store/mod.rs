//! SQL for activities, entries and their versions.

pub mod activities;
pub mod bulk;
pub mod entries;
pub mod list;
pub mod narrowed;
pub mod versions;
pub mod whole;
pub mod within;
pub mod write;
