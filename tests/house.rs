//! Checks of the house as a whole: one binary, so that it is linked once.

mod commands;
mod past;
mod plain;
mod plans;
mod rooms;
mod routes;
mod server;
mod translations;
