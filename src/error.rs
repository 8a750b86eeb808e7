//! One error for everything a request can run into; rendered and logged once, at the edge (`web::errors`).

use crate::access::Denied;
use crate::db::DbError;

pub type Result<T> = std::result::Result<T, AppError>;

#[derive(Debug, thiserror::Error)]
pub enum AppError {
    #[error("not found")]
    NotFound,
    /// Nobody is signed in, and somebody has to be.
    #[error("sign in first")]
    SignIn,
    #[error("not allowed")]
    Forbidden(Box<Denied>),
    /// What was sent cannot be; the key of the sentence that says why.
    #[error("invalid: {0}")]
    Invalid(&'static str),
    #[error("too many tries")]
    TooMany,
    #[error("conflict")]
    Conflict,
    #[error("internal: {0}")]
    Internal(String),
}

impl From<DbError> for AppError {
    fn from(error: DbError) -> Self {
        match error {
            DbError::Taken => AppError::Conflict,
            other => AppError::Internal(other.to_string()),
        }
    }
}

impl From<askama::Error> for AppError {
    fn from(error: askama::Error) -> Self {
        AppError::Internal(error.to_string())
    }
}

/// `found.or_missing()?`: a lookup that found nothing is a page that does not exist.
pub trait OrMissing<T> {
    fn or_missing(self) -> Result<T>;
}

impl<T> OrMissing<T> for Option<T> {
    fn or_missing(self) -> Result<T> {
        self.ok_or(AppError::NotFound)
    }
}
