//! A lent connection, and a transaction on it. Transactions that write wait in line for the one connection that may; each
//! finds the line behind it. Where others wait, it lets them go first, and all of them share one commit: a disk is asked once
//! for many, and nobody is told that a thing is written before it is on the disk.

use std::ops::Deref;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use deadpool::unmanaged::{Object, Pool};
use rusqlite::{CachedStatement, Connection};
use tokio::sync::oneshot;

use super::{all, at_length, prepared, run};
use crate::db::row::Row;
use crate::db::value::Value;
use crate::db::{DbError, Result};

/// A disk that takes longer over a commit is waited for beside other work.
const QUICK: Duration = Duration::from_micros(500);

pub struct Line {
    connection: Connection,
    /// Those that have written and wait for the commit they share.
    written: Vec<oneshot::Sender<Result<()>>>,
    /// How long the disk took over the last commit.
    took: Duration,
}

impl From<Connection> for Line {
    fn from(connection: Connection) -> Line {
        Line { connection, written: Vec::new(), took: Duration::MAX }
    }
}

impl Deref for Line {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        &self.connection
    }
}

impl Line {
    /// Whether all that was written here is on the disk.
    pub fn is_settled(&self) -> bool {
        self.written.is_empty()
    }

    /// Begins to write; true where it is among others that have written before it.
    pub(super) fn begin(&mut self) -> Result<bool> {
        if !self.is_settled() && self.connection.is_autocommit() {
            // The engine gave the others up.
            self.settle();
        }
        let among = !self.is_settled();
        run(&self.connection, if among { "savepoint one" } else { "begin immediate" }, vec![])?;
        Ok(among)
    }

    fn commit(&mut self) -> Result<()> {
        // Not a time of the application: how long a disk takes.
        #[allow(clippy::disallowed_methods)]
        let begun = Instant::now();
        let commit = || run(&self.connection, "commit", vec![]).map(|_| ());
        // Where the disk is quick, waiting for it here costs less than having others served by another thread meanwhile.
        let done = if self.took > QUICK { at_length(commit) } else { commit() };
        self.took = begun.elapsed();
        done
    }

    /// Brings to the disk what was written and waits for it, and tells those it is of.
    pub(super) fn settle(&mut self) {
        if self.is_settled() {
            return;
        }
        let done = self.commit();
        if done.is_err() {
            // Fails only where the engine has rolled back already.
            let _ = run(&self.connection, "rollback", vec![]);
        }
        for one in self.written.drain(..) {
            let told = match &done {
                Ok(()) => Ok(()),
                Err(error) => Err(DbError::Setting(format!("nothing was written: {error}"))),
            };
            // Whoever has gone meanwhile is not told.
            let _ = one.send(told);
        }
    }
}

/// One more who stands in line, until this is dropped.
pub struct InLine<'a>(&'a AtomicUsize);

impl InLine<'_> {
    pub fn new(in_line: &AtomicUsize) -> InLine<'_> {
        in_line.fetch_add(1, Ordering::Relaxed);
        InLine(in_line)
    }
}

impl Drop for InLine<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// A transaction on a lent connection. Dropped before [`FileTx::commit`], nothing of it has happened.
pub struct FileTx {
    lent: Object<Line>,
    /// The line this one waited in, where it writes, and how many stand there.
    line: Option<(Pool<Line>, Arc<AtomicUsize>)>,
    /// Whether others have written before it, in the same transaction of the engine.
    among: bool,
    open: bool,
}

impl FileTx {
    pub(super) fn writing(
        lent: Object<Line>,
        line: Pool<Line>,
        in_line: Arc<AtomicUsize>,
        among: bool,
    ) -> FileTx {
        FileTx { lent, line: Some((line, in_line)), among, open: true }
    }

    pub(super) fn reading(lent: Object<Line>) -> FileTx {
        FileTx { lent, line: None, among: false, open: true }
    }

    pub(super) fn connection(&self) -> &Connection {
        &self.lent
    }

    pub fn all<T: Row>(&mut self, sql: &str, args: Vec<Value>) -> Result<Vec<T>> {
        all(&self.lent, sql, args)
    }

    /// [`FileTx::all`] for an answer that may be long.
    pub fn many<T: Row>(&mut self, sql: &str, args: Vec<Value>) -> Result<Vec<T>> {
        at_length(|| all(&self.lent, sql, args))
    }

    /// A statement to be read row by row.
    pub fn prepared(&mut self, sql: &str, args: Vec<Value>) -> Result<CachedStatement<'_>> {
        prepared(&self.lent, sql, args)
    }

    pub fn run(&mut self, sql: &str, args: Vec<Value>) -> Result<u64> {
        run(&self.lent, sql, args)
    }

    /// Inserts rows one by one: nothing is on the way between us and the engine, and one short statement is prepared once.
    pub fn insert(&mut self, table: &str, columns: &[&str], rows: Vec<Vec<Value>>, or: &str) -> Result<()> {
        if rows.is_empty() {
            return Ok(());
        }
        let (names, marks) = (columns.join(", "), vec!["?"; columns.len()].join(", "));
        let sql = format!("insert into {table} ({names}) values ({marks}){or}");
        let mut statement = self.lent.prepare_cached(&sql)?;
        for row in rows {
            for (at, value) in row.into_iter().enumerate() {
                statement.raw_bind_parameter(at + 1, value)?;
            }
            statement.raw_execute()?;
        }
        Ok(())
    }

    /// Returns when everything of it is on the disk.
    pub async fn commit(mut self) -> Result<()> {
        if self.among {
            run(&self.lent, "release one", vec![])?;
        }
        let line = self.line.take().filter(|(_, in_line)| in_line.load(Ordering::Relaxed) > 0);
        if line.is_none() && !self.among {
            self.lent.commit()?;
            self.open = false;
            return Ok(());
        }
        self.open = false;
        let (tell, told) = oneshot::channel();
        self.lent.written.push(tell);
        match line {
            None => self.lent.settle(),
            // Its turn for all comes at the end of the line as it is now. Not waited for here: whoever asked may go.
            Some((line, _)) if !self.among => {
                tokio::spawn(async move {
                    if let Ok(mut lent) = line.get().await {
                        lent.settle();
                    }
                });
            }
            Some(_) => {}
        }
        drop(self);
        told.await.map_err(|_| DbError::Closed)?
    }
}

impl Drop for FileTx {
    fn drop(&mut self) {
        if self.open {
            let back = if self.among { "rollback to one; release one" } else { "rollback" };
            // Fails only where the engine has rolled back already.
            let _ = self.lent.execute_batch(back);
        }
    }
}
