//! What members say of a plan or of a part of it, and what those who write it answer.

pub mod making;
pub mod store;
