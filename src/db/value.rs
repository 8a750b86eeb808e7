//! A value on its way into a statement. Typed even when null: PostgreSQL wants to know what is missing.

use chrono::{DateTime, NaiveDate, SubsecRound, Utc};
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
