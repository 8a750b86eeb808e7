//! Mails wait in an outbox until they are sent. Without a mail server they wait there to be read:
//! each is also a file in the data folder's `outbox`.

use std::time::Duration;

use lettre::message::header::ContentType;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};

use super::store;
use crate::app::App;
use crate::db::Tx;
use crate::error::{AppError, Result};

/// How often the outbox is looked into.
const EVERY: Duration = Duration::from_secs(5);
/// After so many tries a mail is left as refused.
const TRIES: i64 = 8;

/// Puts a mail into the outbox, together with whatever it is about.
pub async fn put(app: &App, tx: &mut Tx, to: &str, subject: &str, body: &str) -> Result<()> {
    Ok(store::insert_mail(tx, app.ids.ordered(), to, subject, body, app.clock.now()).await?)
}

type Smtp = AsyncSmtpTransport<Tokio1Executor>;

/// Sends what waits, for as long as the server runs.
pub async fn run(app: App) {
    let smtp = match app.settings.smtp_url.as_deref().map(Smtp::from_url).transpose() {
        Ok(builder) => builder.map(|builder| builder.timeout(Some(Duration::from_secs(20))).build()),
        Err(error) => {
            tracing::error!(%error, "LOGBOOK_SMTP_URL cannot be used; mails wait");
            return;
        }
    };
    loop {
        if let Err(error) = send_due(&app, smtp.as_ref()).await {
            tracing::error!(%error, "the outbox could not be worked off");
        }
        tokio::time::sleep(EVERY).await;
    }
}

/// Sends, or writes to files, every mail that is due.
pub async fn send_due(app: &App, smtp: Option<&Smtp>) -> Result<()> {
    let now = app.clock.now();
    for mail in store::due_mails(&app.db, now).await? {
        let done = match smtp {
            Some(smtp) => deliver(app, smtp, &mail).await,
            None => keep(app, &mail).await,
        };
        let mut tx = app.db.begin().await?;
        match done {
            Ok(()) => store::mail_sent(&mut tx, mail.id, now).await?,
            Err(error) => {
                let wait = chrono::Duration::seconds(
                    30 * 2_i64.pow(u32::try_from(mail.tries.min(10)).unwrap_or(10)),
                );
                let refused = (mail.tries + 1 >= TRIES).then(|| error.clone());
                tracing::warn!(%error, tries = mail.tries + 1, "a mail was not taken");
                store::mail_failed(&mut tx, mail.id, now + wait, refused).await?;
            }
        }
        tx.commit().await?;
    }
    Ok(())
}

async fn deliver(app: &App, smtp: &Smtp, mail: &store::Mail) -> std::result::Result<(), String> {
    let message = Message::builder()
        .from(app.settings.mail_from.parse().map_err(|_| "LOGBOOK_MAIL_FROM is no mail address".to_owned())?)
        .to(mail.recipient.parse().map_err(|_| "the recipient is no mail address".to_owned())?)
        .subject(&mail.subject)
        .header(ContentType::TEXT_PLAIN)
        .body(mail.body.clone())
        .map_err(|error| error.to_string())?;
    smtp.send(message).await.map(|_| ()).map_err(|error| error.to_string())
}

async fn keep(app: &App, mail: &store::Mail) -> std::result::Result<(), String> {
    let folder = app.settings.data_dir.join("outbox");
    let text = format!("To: {}\nSubject: {}\n\n{}\n", mail.recipient, mail.subject, mail.body);
    let written = async {
        tokio::fs::create_dir_all(&folder).await?;
        tokio::fs::write(folder.join(format!("{}.txt", mail.id)), text).await
    };
    written.await.map_err(|error: std::io::Error| error.to_string())
}

/// So that a wrong setting stops the start and not the first mail.
pub fn check(url: &str) -> Result<()> {
    Smtp::from_url(url).map(|_| ()).map_err(|error| AppError::Internal(error.to_string()))
}
