//! Reading a row of an answer, the same from either engine.

use std::cell::Cell as Place;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::types::ValueRef;
use sqlx::Row as _;
use sqlx::postgres::PgRow;
use uuid::Uuid;

use super::{DbError, Result};

/// One row, as the engine hands it over.
pub enum Cells<'r> {
    Sqlite(FileRow<'r>),
    Postgres(&'r PgRow),
}

/// A row of a file. The engine finds a column by comparing names from the first one on, but what is read by name mostly
/// stands in the order it is asked for: so the next one is looked at first.
pub struct FileRow<'r> {
    row: &'r rusqlite::Row<'r>,
    next: Place<usize>,
}

impl<'r> From<&'r rusqlite::Row<'r>> for Cells<'r> {
    fn from(row: &'r rusqlite::Row<'r>) -> Cells<'r> {
        Cells::Sqlite(FileRow { row, next: Place::new(0) })
    }
}

impl FileRow<'_> {
    fn place(&self, name: &str) -> Result<usize> {
        let (columns, next) = (self.row.as_ref(), self.next.get());
        let is_next = next < columns.column_count() && columns.column_name(next)? == name;
        let place = if is_next { next } else { columns.column_index(name)? };
        self.next.set(place + 1);
        Ok(place)
    }
}

/// What a row is read into: a tuple, by place, or a struct made with [`row!`](crate::row), by name.
pub trait Row: Sized + Send {
    fn read(cells: &Cells<'_>) -> Result<Self>;
}

/// A struct that is read from columns of the same names.
#[macro_export]
macro_rules! row {
    ($(#[$about:meta])* $seen:vis struct $name:ident {
        $($(#[$what:meta])* $open:vis $field:ident: $type:ty),* $(,)?
    }) => {
        $(#[$about])*
        $seen struct $name { $($(#[$what])* $open $field: $type),* }

        impl $crate::db::Row for $name {
            fn read(cells: &$crate::db::Cells<'_>) -> $crate::db::Result<Self> {
                Ok(Self { $($field: cells.named(stringify!($field))?),* })
            }
        }
    };
}

/// A type that a column can be read as.
pub trait Cell: Sized + for<'r> sqlx::Decode<'r, sqlx::Postgres> + sqlx::Type<sqlx::Postgres> {
    /// None where the value is of another type.
    fn from_sqlite(value: ValueRef<'_>) -> Option<Self>;
}

fn text(value: ValueRef<'_>) -> Option<&str> {
    value.as_str().ok()
}

impl Cell for bool {
    fn from_sqlite(value: ValueRef<'_>) -> Option<Self> {
        Some(value.as_i64().ok()? != 0)
    }
}

impl Cell for i64 {
    fn from_sqlite(value: ValueRef<'_>) -> Option<Self> {
        value.as_i64().ok()
    }
}

impl Cell for i32 {
    fn from_sqlite(value: ValueRef<'_>) -> Option<Self> {
        value.as_i64().ok()?.try_into().ok()
    }
}

impl Cell for String {
    fn from_sqlite(value: ValueRef<'_>) -> Option<Self> {
        text(value).map(str::to_owned)
    }
}

impl Cell for Uuid {
    fn from_sqlite(value: ValueRef<'_>) -> Option<Self> {
        Uuid::from_slice(value.as_blob().ok()?).ok()
    }
}

impl Cell for Vec<u8> {
    fn from_sqlite(value: ValueRef<'_>) -> Option<Self> {
        value.as_blob().ok().map(<[u8]>::to_vec)
    }
}

impl Cell for NaiveDate {
    fn from_sqlite(value: ValueRef<'_>) -> Option<Self> {
        text(value)?.parse().ok()
    }
}

impl Cell for DateTime<Utc> {
    fn from_sqlite(value: ValueRef<'_>) -> Option<Self> {
        DateTime::parse_from_rfc3339(text(value)?).ok().map(|at| at.to_utc())
    }
}

impl<T: Cell> Cell for Option<T> {
    fn from_sqlite(value: ValueRef<'_>) -> Option<Self> {
        match value {
            ValueRef::Null => Some(None),
            value => T::from_sqlite(value).map(Some),
        }
    }
}

impl Cells<'_> {
    /// The column at a place, counted from 0.
    pub fn at<T: Cell>(&self, place: usize) -> Result<T> {
        match self {
            Cells::Sqlite(file) => {
                let value = file.row.get_ref(place)?;
                T::from_sqlite(value)
                    .ok_or_else(|| DbError::Setting(format!("column {place} is of another type")))
            }
            Cells::Postgres(row) => Ok(row.try_get(place)?),
        }
    }

    /// The column of a name.
    pub fn named<T: Cell>(&self, name: &str) -> Result<T> {
        match self {
            Cells::Sqlite(file) => {
                let value = file.row.get_ref(file.place(name)?)?;
                T::from_sqlite(value).ok_or_else(|| DbError::Setting(format!("{name} is of another type")))
            }
            Cells::Postgres(row) => Ok(row.try_get(name)?),
        }
    }
}

macro_rules! tuples {
    ($($($type:ident $place:tt),+;)*) => {$(
        impl<$($type: Cell + Send),+> Row for ($($type,)+) {
            fn read(cells: &Cells<'_>) -> Result<Self> {
                Ok(($(cells.at::<$type>($place)?,)+))
            }
        }
    )*};
}

tuples! {
    A 0;
    A 0, B 1;
    A 0, B 1, C 2;
    A 0, B 1, C 2, D 3;
    A 0, B 1, C 2, D 3, E 4;
    A 0, B 1, C 2, D 3, E 4, F 5;
}
