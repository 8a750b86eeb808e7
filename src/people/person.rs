//! A person with an account, and a role they hold.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::access::{Path, RoleKind};

#[derive(Clone, Debug)]
pub struct Person {
    pub id: Uuid,
    pub mail: String,
    pub name: String,
    pub language: String,
    pub password_hash: Option<String>,
    pub disabled_at: Option<DateTime<Utc>>,
}

pub struct NewPerson {
    pub id: Uuid,
    pub mail: String,
    pub name: String,
    pub language: String,
    pub password_hash: Option<String>,
}

/// Somebody with a role on a unit or above it.
#[derive(Clone, Debug)]
pub struct Member {
    pub role_id: Uuid,
    pub person_id: Uuid,
    pub name: String,
    pub mail: String,
    pub kind: RoleKind,
    pub unit_id: Uuid,
    pub since: NaiveDate,
    /// First day the role no longer holds, where that is known already.
    pub until: Option<NaiveDate>,
}

/// A role that a person holds somewhere.
#[derive(Clone, Debug)]
pub struct Held {
    pub network_id: Uuid,
    pub unit_id: Uuid,
    pub kind: RoleKind,
    pub path: Path,
}

/// How mail addresses are compared and kept: upper and lower case are one address.
pub fn fold_mail(mail: &str) -> String {
    mail.trim().to_lowercase()
}

pub fn looks_like_mail(mail: &str) -> bool {
    let mail = mail.trim();
    mail.len() <= 254
        && !mail.contains(|c: char| {
            c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | ',' | ';' | '"')
        })
        && mail
            .split_once('@')
            .is_some_and(|(name, host)| !name.is_empty() && host.len() > 2 && !host.contains('@'))
}
