//! Backups made while young people answer. Each is listed; thirty days after the evaluation closed they have to be gone, and
//! the day's work looks whether they are. A copy that somebody carried elsewhere, or made by other means, is not known here:
//! that is for whoever runs the server, and the page says so.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Days, NaiveDate, Utc};
use uuid::Uuid;

use super::making::{begin, on_record};
use super::standing::{Evaluation, State};
use super::store;
use crate::access::Me;
use crate::app::App;
use crate::clock::Day;
use crate::db::Tx;
use crate::error::{OrMissing, Result};
use crate::i18n::{Arg, Lang, Words};
use crate::people;
use crate::units::{self, Unit};

/// For how many days after closing such a backup may be kept.
const KEPT: u64 = 30;

/// A backup made while an evaluation took answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    pub id: Uuid,
    pub path: PathBuf,
    pub machine: String,
    pub made_at: DateTime<Utc>,
    pub gone_at: Option<DateTime<Utc>>,
    pub warned_at: Option<DateTime<Utc>>,
}

impl Copy {
    /// What the file is called.
    pub fn name(&self) -> String {
        let name = self.path.file_name().unwrap_or(self.path.as_os_str());
        name.to_string_lossy().into_owned()
    }
}

/// The day from which on no backup of an evaluation's window may be there any more. While it takes answers, as it stands.
pub fn gone_by(it: &Evaluation, zone: chrono_tz::Tz) -> NaiveDate {
    let closed = it.closed_at.map_or(it.closes_on, |at| Day::Now(at).in_zone(zone));
    closed.checked_add_days(Days::new(KEPT)).unwrap_or(closed)
}

/// What this machine is called. Where the system does not tell, all are taken for one.
fn machine() -> String {
    let told = std::fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    told.trim().to_owned()
}

/// Puts a backup on the list of each evaluation that takes answers, of whichever network; which those are, each with the day
/// by which the file has to be gone.
pub async fn note_copy(app: &App, file: &Path) -> Result<Vec<(Evaluation, NaiveDate)>> {
    let path = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    let now = app.clock.now();
    let mut noted = Vec::new();
    for it in store::looked_after(&app.db).await?.into_iter().filter(|it| it.state() == State::Open) {
        let Some(root) = units::root(&app.db, it.network_id, app.clock.day()).await? else { continue };
        let copy = Copy {
            id: app.ids.random(),
            path: path.clone(),
            machine: machine(),
            made_at: now,
            gone_at: None,
            warned_at: None,
        };
        let mut tx = app.db.begin().await?;
        store::insert_copy(&mut tx, &it, &copy).await?;
        tx.commit().await?;
        let by = gone_by(&it, root.network.zone);
        noted.push((it, by));
    }
    Ok(noted)
}

/// Looks which backups of an evaluation's window are gone, and writes once to those who coordinate where one is still there
/// though it should not be.
pub async fn look(app: &App, tx: &mut Tx, it: &Evaluation, today: NaiveDate) -> Result<()> {
    let copies = store::copies(&mut *tx, it).await?;
    let (here, now) = (machine(), app.clock.now());
    let mut late = Vec::new();
    for copy in copies.into_iter().filter(|copy| copy.gone_at.is_none()) {
        // Only where it can be seen that it is not there; a folder that cannot be read tells nothing.
        if copy.machine == here && matches!(copy.path.try_exists(), Ok(false)) {
            store::set_copy_gone(tx, it, copy.id, now).await?;
        } else if copy.warned_at.is_none() {
            late.push(copy);
        }
    }
    let Some(root) = units::root(&mut *tx, it.network_id, app.clock.day()).await? else { return Ok(()) };
    if late.is_empty() || !it.is_over() || today < gone_by(it, root.network.zone) {
        return Ok(());
    }
    tracing::warn!(copies = late.len(), "backups of an evaluation's window are still there");
    for person in people::coordinators_to_write(&mut *tx, it.network_id, root.id, today).await? {
        let w = Words(Lang::from_code(&person.language).unwrap_or(Lang::En));
        let files: Vec<String> =
            late.iter().map(|copy| format!("{}: {}", copy.machine, copy.path.display())).collect();
        let args = [
            ("name", Arg::Name(it.name.clone())),
            ("n", Arg::Int(i64::try_from(late.len()).unwrap_or(i64::MAX))),
            ("files", Arg::Text(files.join("\n"))),
            (
                "link",
                Arg::Text(format!("{}{}/evaluations/{}", app.settings.base_url(), root.address(), it.code)),
            ),
        ];
        people::put_mail(
            app,
            tx,
            &person.mail,
            &w.with("copies-subject", &args),
            &w.with("copies-body", &args),
        )
        .await?;
    }
    for copy in late {
        store::set_copy_warned(tx, it, copy.id, now).await?;
    }
    Ok(())
}

/// Somebody says that a backup is deleted, wherever it was.
pub async fn say_gone(app: &App, me: &Me, unit: &Unit, code: &str, id: Uuid) -> Result<()> {
    let mut tx = begin(app, me, unit).await?;
    let it = store::by_code(&mut tx, unit.network.id, code).await?.or_missing()?;
    let copies = store::copies(&mut tx, &it).await?;
    let copy = copies.iter().find(|copy| copy.id == id).or_missing()?;
    if copy.gone_at.is_none() {
        store::set_copy_gone(&mut tx, &it, id, app.clock.now()).await?;
        on_record(app, &mut tx, me.id, unit, &format!("copy_gone {code} {}", copy.name())).await?;
    }
    Ok(tx.commit().await?)
}
