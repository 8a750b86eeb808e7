//! How fast answers of a unit come, as far as it tells people from a program: kept in this process's memory, by unit alone,
//! and forgotten with each mixing.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

use super::Asked;
use crate::app::App;

/// Ten answers of a unit do not come faster than this from ten people.
const QUICK: TimeDelta = TimeDelta::seconds(30);

/// By database and unit.
type Since = HashMap<(String, Asked), DateTime<Utc>>;

/// When the first of those that wait came.
static SINCE: LazyLock<Mutex<Since>> = LazyLock::new(Mutex::default);

/// An answer came, and so many of its unit wait now.
pub fn came(app: &App, asked: Asked, wait: i64) {
    if wait == 1 {
        let mut since = SINCE.lock().unwrap_or_else(PoisonError::into_inner);
        since.insert((app.db.identity(), asked), app.clock.now());
    }
}

/// Whether those that wait, and are mixed now, came unnaturally fast. Not known of those that a process before this one took.
pub fn was_quick(app: &App, asked: Asked) -> bool {
    let since = SINCE.lock().unwrap_or_else(PoisonError::into_inner).remove(&(app.db.identity(), asked));
    since.is_some_and(|since| app.clock.now() - since < QUICK)
}
