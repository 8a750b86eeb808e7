//! Mails wait in an outbox until they are sent. Without a mail server they wait there to be read:
//! each is also a file in the data folder's `outbox`.

use chrono::{DateTime, Duration, Utc};
use lettre::message::header::ContentType;
use lettre::message::{Attachment, MultiPart, SinglePart};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use tokio::io::AsyncWriteExt;
use tokio::sync::watch;
use uuid::Uuid;

use super::store;
pub use super::store::File;
use crate::app::App;
use crate::db::Tx;
use crate::error::Result;

/// How often the outbox is looked into.
const EVERY: std::time::Duration = std::time::Duration::from_secs(5);
/// How long a mail server may take to say something.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(20);
/// How long a mail belongs to the process that is sending it: longer than any conversation with a mail server.
const CLAIM: Duration = Duration::minutes(10);
/// After so many tries a mail is left as refused.
const TRIES: i64 = 8;
/// What goes along with a refused mail is kept for as long, to be sent again.
pub const KEPT: Duration = Duration::days(30);

/// Puts a mail into the outbox, together with whatever it is about.
pub async fn put(app: &App, tx: &mut Tx, to: &str, subject: &str, body: &str) -> Result<()> {
    Ok(store::insert_mail(tx, app.ids.ordered(), to, subject, body, app.clock.now()).await?)
}

/// [`put`] with files that go along; returns its id.
pub async fn put_with(
    app: &App,
    tx: &mut Tx,
    to: &str,
    (subject, body): (&str, &str),
    files: Vec<File>,
) -> Result<Uuid> {
    let id = app.ids.ordered();
    store::insert_mail(tx, id, to, subject, body, app.clock.now()).await?;
    store::insert_files(tx, id, files).await?;
    Ok(id)
}

/// Mails that a server did not take, for good or so far: which, to whom, and why.
pub async fn not_taken(app: &App) -> Result<Vec<(Uuid, String, Stage)>> {
    let told = |it: store::Unsent| {
        let stage = Stage::of(None, it.refused.is_some(), it.trouble.as_deref());
        (it.id, it.recipient, stage)
    };
    Ok(store::not_taken(&app.db).await?.into_iter().map(told).collect())
}

/// Tries a refused mail anew; false where it was not refused, or is being tried already.
pub async fn again(app: &App, tx: &mut Tx, id: Uuid, to: &str) -> Result<bool> {
    Ok(store::try_again(tx, id, to, app.clock.now()).await?)
}

/// Removes what went along with mails that were refused long ago.
pub async fn forget_files(app: &App, tx: &mut Tx) -> Result<()> {
    Ok(store::forget_files(tx, app.clock.now() - KEPT).await?)
}

pub type Smtp = AsyncSmtpTransport<Tokio1Executor>;

/// Sends what waits, until the server stops; a mail being sent is sent to its end.
pub async fn run(app: App, mut stopping: watch::Receiver<bool>) {
    let smtp = match app.settings.smtp_url.as_deref().map(Smtp::from_url).transpose() {
        Ok(builder) => builder.map(|builder| builder.timeout(Some(PATIENCE)).build()),
        Err(error) => {
            tracing::error!(%error, "LOGBOOK_SMTP_URL cannot be used; mails wait");
            return;
        }
    };
    while !*stopping.borrow() {
        match send_next(&app, smtp.as_ref()).await {
            Ok(true) => continue,
            Ok(false) => {}
            Err(error) => tracing::error!(%error, "the outbox could not be worked off"),
        }
        tokio::select! { () = tokio::time::sleep(EVERY) => {}, _ = stopping.changed() => {} }
    }
}

/// Sends one mail that is due, or writes it to a file; false where none is. Several processes may do so at once: each
/// mail is claimed first, and another process takes it only where the claim has run out because this one died.
pub async fn send_next(app: &App, smtp: Option<&Smtp>) -> Result<bool> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let claimed = store::claim_mail(&mut tx, now, now + CLAIM).await?;
    tx.commit().await?;
    let Some(mail) = claimed else { return Ok(false) };
    let files = store::files_of(&app.db, mail.id).await?;
    let done = match smtp {
        Some(smtp) => deliver(app, smtp, &mail, files).await,
        None => keep(app, &mail, files).await,
    };
    let mut tx = app.db.begin().await?;
    match done {
        Ok(()) => store::mail_sent(&mut tx, mail.id, now).await?,
        Err(failure) => {
            tracing::warn!(mail = %mail.id, tries = mail.tries, why = failure.log, "a mail was not taken");
            let refused = (mail.tries >= TRIES || failure.trouble.is_final()).then_some(failure.told);
            let (due_at, trouble) = (now + pause(mail.tries), failure.trouble.code());
            store::mail_failed(&mut tx, mail.id, due_at, trouble, refused).await?;
        }
    }
    tx.commit().await?;
    Ok(true)
}

/// How long to wait after this many tries: half a minute, then doubling; about an hour before the last.
fn pause(tries: i64) -> Duration {
    Duration::seconds(30 * 2_i64.pow(u32::try_from(tries.clamp(1, 8) - 1).unwrap_or(0)))
}

/// What is wrong with a mail that was not taken, as far as whoever wanted it sent can do something about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The mail server could not be reached.
    NoAnswer,
    /// The mail server asks for patience.
    NotNow,
    /// There is no such mailbox, or it takes no mail.
    NoMailbox,
    /// The mail server refuses it.
    Refused,
    /// The server that sends is set up wrongly.
    Setup,
}

impl Trouble {
    const ALL: [Trouble; 5] =
        [Trouble::NoAnswer, Trouble::NotNow, Trouble::NoMailbox, Trouble::Refused, Trouble::Setup];

    pub fn code(self) -> &'static str {
        match self {
            Trouble::NoAnswer => "no-answer",
            Trouble::NotNow => "not-now",
            Trouble::NoMailbox => "no-mailbox",
            Trouble::Refused => "refused",
            Trouble::Setup => "setup",
        }
    }

    pub fn from_code(code: &str) -> Option<Trouble> {
        Trouble::ALL.into_iter().find(|it| it.code() == code)
    }

    /// What a mail server says no to, by its code (RFC 5321, 4.2.3; of wrong credentials RFC 4954, 6).
    pub fn of_status(status: Option<u16>) -> Trouble {
        match status {
            None => Trouble::NoAnswer,
            Some(550 | 551 | 553) => Trouble::NoMailbox,
            Some(530 | 534 | 535 | 538) => Trouble::Setup,
            Some(400..500) => Trouble::NotNow,
            Some(_) => Trouble::Refused,
        }
    }

    /// Asking again will not help.
    fn is_final(self) -> bool {
        self == Trouble::NoMailbox
    }
}

/// How far a mail has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Waiting,
    /// Not taken so far; it is tried again.
    Trying(Trouble),
    Sent(DateTime<Utc>),
    Refused(Trouble),
}

impl Stage {
    /// The stage that the outbox tells of.
    pub fn of(sent_at: Option<DateTime<Utc>>, refused: bool, trouble: Option<&str>) -> Stage {
        let trouble = trouble.and_then(Trouble::from_code);
        match (sent_at, refused, trouble) {
            (Some(at), ..) => Stage::Sent(at),
            (None, true, trouble) => Stage::Refused(trouble.unwrap_or(Trouble::Refused)),
            (None, false, Some(trouble)) => Stage::Trying(trouble),
            (None, false, None) => Stage::Waiting,
        }
    }
}

/// Why a mail was not taken: all that was told, and as much of it as may stand in a log. Mail servers like to repeat
/// the address.
struct Failure {
    told: String,
    log: String,
    trouble: Trouble,
}

impl Failure {
    fn of(trouble: Trouble, why: &str) -> Failure {
        Failure { told: why.to_owned(), log: why.to_owned(), trouble }
    }
}

async fn deliver(
    app: &App,
    smtp: &Smtp,
    mail: &store::Mail,
    files: Vec<File>,
) -> std::result::Result<(), Failure> {
    let setup = |_| Failure::of(Trouble::Setup, "LOGBOOK_MAIL_FROM is no mail address");
    let nobody = |_| Failure::of(Trouble::NoMailbox, "the recipient is no mail address");
    let unfit = || Failure::of(Trouble::Refused, "the mail cannot be put together");
    let message = Message::builder()
        .from(app.settings.mail_from.parse().map_err(setup)?)
        .to(mail.recipient.parse().map_err(nobody)?)
        .subject(&mail.subject);
    let message = if files.is_empty() {
        message.header(ContentType::TEXT_PLAIN).body(mail.body.clone())
    } else {
        let mut parts = MultiPart::mixed().singlepart(SinglePart::plain(mail.body.clone()));
        for file in files {
            let kind = ContentType::parse(&file.media_type).map_err(|_| unfit())?;
            parts = parts.singlepart(Attachment::new(file.name).body(file.body, kind));
        }
        message.multipart(parts)
    };
    let message = message.map_err(|_| unfit())?;
    let refused = |error: lettre::transport::smtp::Error| {
        let status = error.status();
        let log = status.map_or("the mail server does not answer".into(), |code| code.to_string());
        Failure { told: error.to_string(), log, trouble: Trouble::of_status(status.map(u16::from)) }
    };
    smtp.send(message).await.map(|_| ()).map_err(refused)
}

/// Only for the eyes of whoever runs the server: a mail may hold a link that opens an account.
async fn keep(app: &App, mail: &store::Mail, files: Vec<File>) -> std::result::Result<(), Failure> {
    let folder = app.settings.data_dir().join("outbox");
    let text = format!("To: {}\nSubject: {}\n\n{}\n", mail.recipient, mail.subject, mail.body);
    let written = async {
        tokio::fs::create_dir_all(&folder).await?;
        for file in &files {
            write(&folder.join(format!("{}-{}", mail.id, file.name)), &file.body).await?;
        }
        write(&folder.join(format!("{}.txt", mail.id)), text.as_bytes()).await
    };
    written.await.map_err(|error: std::io::Error| Failure::of(Trouble::Setup, &error.to_string()))
}

async fn write(path: &std::path::Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut open = tokio::fs::OpenOptions::new();
    open.write(true).create(true).truncate(true);
    #[cfg(unix)]
    open.mode(0o600);
    let mut file = open.open(path).await?;
    file.write_all(bytes).await?;
    file.sync_all().await
}

#[cfg(test)]
pub fn closed_port() -> Smtp {
    Smtp::builder_dangerous("127.0.0.1").port(1).timeout(Some(PATIENCE)).build()
}
