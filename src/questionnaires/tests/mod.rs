//! What questionnaires must hold to, their store, and their pages.

mod rules;
