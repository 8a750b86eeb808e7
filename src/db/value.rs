//! A value on its way into a statement. Typed even when null: PostgreSQL wants to know what is missing.

use chrono::{DateTime, NaiveDate, SecondsFormat, SubsecRound, Utc};
use rusqlite::ToSql;
use rusqlite::types::{ToSqlOutput, Value as Stored};
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Bool(Option<bool>),
    Int(Option<i64>),
    Text(Option<String>),
    Uuid(Option<Uuid>),
    Date(Option<NaiveDate>),
    Time(Option<DateTime<Utc>>),
    Bytes(Option<Vec<u8>>),
}

macro_rules! from {
    ($($type:ty => $kind:ident),* $(,)?) => {$(
        impl From<$type> for Value {
            fn from(value: $type) -> Self { Value::$kind(Some(value.into())) }
        }
        impl From<Option<$type>> for Value {
            fn from(value: Option<$type>) -> Self { Value::$kind(value.map(Into::into)) }
        }
    )*};
}

from! {
    bool => Bool, i64 => Int, i32 => Int, u32 => Int, String => Text, &str => Text, Uuid => Uuid, NaiveDate => Date,
    Vec<u8> => Bytes, &[u8] => Bytes,
}

impl From<&String> for Value {
    fn from(value: &String) -> Self {
        Value::Text(Some(value.clone()))
    }
}

// PostgreSQL keeps microseconds; cut here, so that both engines give back what went in.
impl From<DateTime<Utc>> for Value {
    fn from(value: DateTime<Utc>) -> Self {
        Value::Time(Some(value.trunc_subsecs(6)))
    }
}

impl From<Option<DateTime<Utc>>> for Value {
    fn from(value: Option<DateTime<Utc>>) -> Self {
        Value::Time(value.map(|at| at.trunc_subsecs(6)))
    }
}

/// PostgreSQL keeps no NUL in a text; nobody types one, so both engines drop it.
pub fn storable(text: String) -> String {
    if text.contains('\0') { text.replace('\0', "") } else { text }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let stored = match self.clone() {
            Value::Bool(v) => v.map(|v| Stored::Integer(v.into())),
            Value::Int(v) => v.map(Stored::Integer),
            Value::Text(v) => v.map(|v| Stored::Text(storable(v))),
            Value::Uuid(v) => v.map(|v| Stored::Blob(v.as_bytes().to_vec())),
            Value::Date(v) => v.map(|v| Stored::Text(v.to_string())),
            // Always of one length: texts then compare as times do.
            Value::Time(v) => v.map(|v| Stored::Text(v.to_rfc3339_opts(SecondsFormat::Micros, false))),
            Value::Bytes(v) => v.map(Stored::Blob),
        };
        Ok(ToSqlOutput::Owned(stored.unwrap_or(Stored::Null)))
    }
}
