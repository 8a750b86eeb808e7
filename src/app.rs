//! What every request can reach: the database, the clock, the source of ids, the settings.

use std::ops::Deref;
use std::sync::Arc;

use crate::clock::{Clock, Ids};
use crate::config::Settings;
use crate::db::Db;

#[derive(Clone)]
pub struct App(Arc<Inside>);

pub struct Inside {
    pub db: Db,
    pub clock: Clock,
    pub ids: Ids,
    pub settings: Settings,
}

impl App {
    pub fn new(db: Db, clock: Clock, ids: Ids, settings: Settings) -> App {
        App(Arc::new(Inside { db, clock, ids, settings }))
    }
}

impl Deref for App {
    type Target = Inside;
    fn deref(&self) -> &Inside {
        &self.0
    }
}
