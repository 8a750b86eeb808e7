//! Time and ids come in from outside, so that tests fix them. The only file that asks the system for either.
#![allow(clippy::disallowed_methods)]

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, NaiveDate, SubsecRound, TimeDelta, Utc};
use chrono_tz::Tz;
use rand::rngs::{StdRng, SysRng};
use rand::{Rng, RngExt, SeedableRng};
use uuid::{Builder, Uuid};

#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>);

impl Clock {
    pub fn system() -> Self {
        Clock(Arc::new(Utc::now))
    }

    /// A clock that always says the same.
    pub fn fixed(at: DateTime<Utc>) -> Self {
        Clock(Arc::new(move || at))
    }

    /// A clock that asks `source` each time.
    pub fn from(source: impl Fn() -> DateTime<Utc> + Send + Sync + 'static) -> Self {
        Clock(Arc::new(source))
    }

    /// Now, to the microsecond: what both engines can keep.
    pub fn now(&self) -> DateTime<Utc> {
        (self.0)().trunc_subsecs(6)
    }

    pub fn today(&self, zone: Tz) -> NaiveDate {
        self.day().in_zone(zone)
    }

    /// Today, before it is known where.
    pub fn day(&self) -> Day {
        Day::Now(self.now())
    }
}

/// A day, or the one it is now: which that is depends on the zone of whom it is about.
#[derive(Clone, Copy, Debug)]
pub enum Day {
    On(NaiveDate),
    Now(DateTime<Utc>),
}

impl From<NaiveDate> for Day {
    fn from(day: NaiveDate) -> Self {
        Day::On(day)
    }
}

impl Day {
    pub fn in_zone(self, zone: Tz) -> NaiveDate {
        match self {
            Day::On(day) => day,
            Day::Now(now) => now.with_timezone(&zone).date_naive(),
        }
    }

    /// The first and the last day it can be anywhere on earth.
    pub fn span(self) -> (NaiveDate, NaiveDate) {
        match self {
            Day::On(day) => (day, day),
            Day::Now(now) => {
                ((now - TimeDelta::hours(12)).date_naive(), (now + TimeDelta::hours(14)).date_naive())
            }
        }
    }
}

/// The time zone of an IANA name, as networks and units keep it.
pub fn zone(name: &str) -> Tz {
    name.parse().unwrap_or(chrono_tz::UTC)
}

/// The day, or the nearest one that arithmetic can go round and both engines can keep: nobody records youth work before 1900
/// or after 2200. For dates that come from outside.
pub fn sane(date: NaiveDate) -> NaiveDate {
    let bound = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MIN);
    date.clamp(bound(1900), bound(2200))
}

/// Whether what holds from a day on, and until before another, holds on `day`.
pub fn holds(from: NaiveDate, until: Option<NaiveDate>, day: NaiveDate) -> bool {
    from <= day && until.is_none_or(|until| day < until)
}

/// Where ids and secrets come from.
#[derive(Clone)]
pub struct Ids {
    rng: Arc<Mutex<StdRng>>,
    clock: Clock,
    /// Whether it gives the same every time.
    fixed: bool,
}

impl Ids {
    pub fn system(clock: Clock) -> Self {
        Ids { rng: Arc::new(Mutex::new(rand::make_rng())), clock, fixed: false }
    }

    /// The same ids every time, for tests and for generated networks.
    pub fn seeded(seed: u64, clock: Clock) -> Self {
        Ids { rng: Arc::new(Mutex::new(StdRng::seed_from_u64(seed))), clock, fixed: true }
    }

    /// A source that nobody can work out from what this one knows later: seeded by the system, which forgets what it gave,
    /// and gone with its last use. Fixed where this one is.
    pub fn apart(&self) -> Ids {
        let system = || StdRng::try_from_rng(&mut SysRng).unwrap_or_else(|_| rand::make_rng());
        let rng = if self.fixed { StdRng::from_seed(self.fill()) } else { system() };
        Ids { rng: Arc::new(Mutex::new(rng)), clock: self.clock.clone(), fixed: self.fixed }
    }

    /// Random bytes.
    pub fn fill<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.rng.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(&mut bytes);
        bytes
    }

    /// An id that sorts by the time it was made (v7).
    pub fn ordered(&self) -> Uuid {
        let millis = u64::try_from(self.clock.now().timestamp_millis()).unwrap_or(0);
        Builder::from_unix_timestamp_millis(millis, &self.fill()).into_uuid()
    }

    /// An id that tells nothing, not even when it was made (v4).
    pub fn random(&self) -> Uuid {
        Builder::from_random_bytes(self.fill()).into_uuid()
    }

    /// 256 random bits in hex, for links and cookies.
    pub fn secret(&self) -> String {
        self.fill::<32>().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// A number in `0..below`, for what is drawn by chance.
    pub fn below(&self, below: u64) -> u64 {
        self.rng.lock().unwrap_or_else(PoisonError::into_inner).random_range(0..below.max(1))
    }
}
