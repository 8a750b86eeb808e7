//! Taking an answer: once, however often it is sent, and told as taken only when it is on the disk.

use std::future::Future;
use std::pin::Pin;

use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::codes::Code;
use super::given::{Given, complete};
use super::mixing::{AT_LEAST, mix};
use super::sealed::{Waiting, seal};
use super::{Asked, keys, pace, store};
use crate::app::App;
use crate::db::Tx;
use crate::error::{AppError, Result};
use crate::questionnaires::Content;

/// An answer as it was sent.
pub struct Sending<'a> {
    pub asked: Asked,
    pub version_id: Uuid,
    /// Of this version.
    pub content: &'a Content,
    /// Drawn by the page that was answered: the same one is the same answer.
    pub key: Uuid,
    pub code: Option<Code>,
    pub given: Given,
    /// Whether the evaluation takes answers, asked once nobody can close the unit before this one is in.
    pub is_open: for<'t> fn(&'t mut Tx, Asked) -> Checking<'t>,
}

pub type Checking<'t> = Pin<Box<dyn Future<Output = Result<bool>> + Send + 't>>;

/// What became of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taking {
    Taken,
    /// It had been taken before, which is as good.
    Again,
    CodeSpent,
    CodeUnknown,
    Closed,
}

/// Takes an answer; what is told holds after any power cut. It is mixed at once where ten of its unit have come.
pub async fn take(app: &App, sending: Sending<'_>) -> Result<Taking> {
    let asked = sending.asked;
    let taking = put(app, sending).await?;
    if taking == Taking::Taken {
        mix_what_waits(app, asked).await;
    }
    Ok(taking)
}

fn hash_of(asked: Asked, key: Uuid) -> Vec<u8> {
    Sha256::new().chain_update(asked.evaluation_id).chain_update(key).finalize().to_vec()
}

/// Whether an answer was taken that is sent again, as long as that is known: until the evaluation closes.
pub async fn was_taken(app: &App, asked: Asked, key: Uuid) -> Result<bool> {
    Ok(store::is_submitted(&app.db, &asked, hash_of(asked, key)).await?)
}

/// Puts an answer into the inbox.
pub(super) async fn put(app: &App, sending: Sending<'_>) -> Result<Taking> {
    let keys = keys::of(app)?;
    let asked = sending.asked;
    // Before the database is held up for it.
    keys::ready(&keys, asked, sending.version_id).await?;
    let mut tx = app.db.begin().await?;
    tx.beside(store::line(&asked)).await?;
    if !store::submit(&mut tx, &asked, hash_of(asked, sending.key)).await? {
        // Whoever sent it first may still wait for the disk, and is waited for here.
        tx.commit().await?;
        return Ok(Taking::Again);
    }
    if !(sending.is_open)(&mut tx, asked).await? {
        return Ok(Taking::Closed);
    }
    if let Some(code) = &sending.code {
        let hash = code.hash(asked.evaluation_id);
        if !store::spend(&mut tx, &asked, hash.clone()).await? {
            let known = store::is_code(&mut tx, &asked, hash).await?;
            return Ok(if known { Taking::CodeSpent } else { Taking::CodeUnknown });
        }
    }
    let waiting = Waiting {
        version_id: sending.version_id,
        complete: complete(sending.content, &sending.given.values),
        given: sending.given,
    };
    // In the unit's line, where nobody mixes: what stands now stands until this is committed.
    let key = keys::ready(&keys, asked, sending.version_id).await?;
    let sealed = seal(&key, app.ids.fill(), &asked, sending.content, &waiting)
        .ok_or_else(|| AppError::Internal("an answer does not fit its questionnaire".into()))?;
    store::put_waiting(&mut tx, &asked, app.ids.random(), sealed).await?;
    // Before it can be mixed: a batch is then told by all that is in it.
    for quick in pace::came(app, asked) {
        store::insert_quick(&mut tx, &asked, quick).await?;
    }
    tx.commit().await?;
    Ok(Taking::Taken)
}

/// The answer is taken, whatever comes of this: what could not be mixed now is mixed with the next one.
pub(super) async fn mix_what_waits(app: &App, asked: Asked) {
    let enough = match store::how_many_wait(&app.db, &asked).await {
        Ok(n) => usize::try_from(n).is_ok_and(|n| n >= AT_LEAST),
        Err(error) => return tracing::error!(%error, "answers that wait could not be counted"),
    };
    if !enough {
        return;
    }
    let app = app.clone();
    // A task of its own: whoever sent the tenth answer may be gone before the others are mixed.
    let mixing = tokio::spawn(async move { mix(&app, asked).await });
    match mixing.await {
        Ok(Ok(_)) => {}
        Ok(Err(error)) => tracing::error!(%error, "answers that wait could not be mixed"),
        Err(error) => tracing::error!(%error, "answers that wait could not be mixed"),
    }
}
