//! Databases for tests: a file, or a database of its own on the server that `LOGBOOK_TEST_DATABASE_URL` names.

#![allow(clippy::unwrap_used, clippy::missing_panics_doc, clippy::disallowed_methods)]

use std::path::Path;

use sha2::{Digest, Sha256};
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use uuid::Uuid;

use super::Db;

pub struct Scratch {
    pub db: Db,
}

/// Made once per schema and copied for each test: copying is faster than migrating.
async fn postgres(server: &str) -> Db {
    let (base, _) = server.rsplit_once('/').unwrap();
    let mut connection = PgConnection::connect(server).await.unwrap();
    let template = format!("logbook_{}", schema());
    sqlx::query("select pg_advisory_lock(7)").execute(&mut connection).await.unwrap();
    let made: (i64,) = sqlx::query_as("select count(*) from pg_database where datname = $1")
        .bind(&template)
        .fetch_one(&mut connection)
        .await
        .unwrap();
    if made.0 == 0 {
        let raw = format!("{template}_raw");
        run(&mut connection, format!("drop database if exists {raw}")).await;
        run(&mut connection, format!("create database {raw}")).await;
        let db = Db::open(&format!("{base}/{raw}")).await.unwrap();
        db.migrate().await.unwrap();
        db.close().await;
        run(&mut connection, format!("alter database {raw} rename to {template}")).await;
    }
    let name = format!("test_{}", Uuid::new_v4().simple());
    run(&mut connection, format!("create database {name} template {template}")).await;
    connection.close().await.unwrap();
    Db::open(&format!("{base}/{name}")).await.unwrap()
}

/// A name for this schema: another one gets a template of its own.
fn schema() -> String {
    let migrator = sqlx::migrate!("./migrations");
    let all: Vec<u8> = migrator.iter().flat_map(|migration| migration.checksum.to_vec()).collect();
    Sha256::digest(all).iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

async fn run(connection: &mut PgConnection, sql: String) {
    sqlx::query(AssertSqlSafe(sql)).execute(connection).await.unwrap();
}

impl Scratch {
    /// An empty, migrated SQLite database, whichever engine was asked for.
    pub async fn sqlite(folder: &Path) -> Scratch {
        let name = format!("{}.sqlite", Uuid::new_v4().simple());
        let db = Db::open(&format!("sqlite:{}", folder.join(name).display())).await.unwrap();
        db.migrate().await.unwrap();
        Scratch { db }
    }

    /// An empty, migrated database.
    pub async fn new(folder: &Path) -> Scratch {
        let db = match std::env::var("LOGBOOK_TEST_DATABASE_URL") {
            Ok(server) => postgres(&server).await,
            Err(_) => return Scratch::sqlite(folder).await,
        };
        Scratch { db }
    }
}
