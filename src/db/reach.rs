//! Why a server cannot be reached, in words for whoever wrote its address.

use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{Connection, Error};

use super::DbError;

/// How long it is asked once more when it has not answered in time.
const ONCE_MORE: Duration = Duration::from_secs(2);

/// What a failed start says. A pool tries for a while and then knows only that it was in vain, so one connection asks why.
pub async fn why_not(options: &PgConnectOptions, error: Error) -> DbError {
    let error = match error {
        Error::PoolTimedOut => {
            match tokio::time::timeout(ONCE_MORE, PgConnection::connect_with(options)).await {
                Ok(Err(error)) => error,
                // It answers now, but too late; or it takes the call and says nothing.
                Ok(Ok(_)) | Err(_) => return told(options, "it does not answer"),
            }
        }
        error => error,
    };
    match &error {
        Error::Io(why) => told(options, &why.to_string()),
        Error::Tls(why) => told(options, &why.to_string()),
        Error::Database(why) => {
            DbError::Setting(format!("PostgreSQL at {} refuses: {}", place(options), why.message()))
        }
        _ => error.into(),
    }
}

fn told(options: &PgConnectOptions, why: &str) -> DbError {
    DbError::Setting(format!("PostgreSQL cannot be reached at {}: {why}", place(options)))
}

fn place(options: &PgConnectOptions) -> String {
    match options.get_socket() {
        Some(socket) => socket.display().to_string(),
        None => format!("{}:{}", options.get_host(), options.get_port()),
    }
}
