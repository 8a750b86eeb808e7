//! A page for everybody: what may be told, and somebody who tries to learn more; the pages as everybody sees them, and those
//! who prepare them.

mod attack;
mod cache;
mod files;
mod pages;
mod preparing;
mod rules;
mod scene;
