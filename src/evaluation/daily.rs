//! What is due by itself: each evaluation that is not closed, or of whose window backups are still there, is looked after once a
//! day, soon after midnight where it is.

use uuid::Uuid;

use super::{making, store};
use crate::app::App;
use crate::error::Result;
use crate::jobs::{self, Job};
use crate::units;

pub const JOB: jobs::Kind = jobs::Kind {
    code: "evaluation",
    plan: |app| Box::pin(async { plan(app).await }),
    run: |app, job| Box::pin(async { run(app, job).await }),
};

async fn plan(app: &App) -> Result<()> {
    let open = store::looked_after(&app.db).await?;
    if open.is_empty() {
        return Ok(());
    }
    let roots = units::networks(&app.db, app.clock.day()).await?;
    for it in open {
        let Some(root) = roots.iter().find(|root| root.network.id == it.network_id) else { continue };
        let key = format!("{} {}", it.id, app.clock.today(root.network.zone));
        if !jobs::known(app, it.network_id, JOB.code, &key).await? {
            let mut tx = app.db.begin().await?;
            jobs::put(app, &mut tx, it.network_id, JOB.code, &key, app.clock.now()).await?;
            tx.commit().await?;
        }
    }
    Ok(())
}

async fn run(app: &App, job: &Job) -> Result<()> {
    let id = job.key.split(' ').next().and_then(|id| id.parse::<Uuid>().ok());
    let root = units::root(&app.db, job.network_id, app.clock.day()).await?;
    let (Some(id), Some(root)) = (id, root) else { return Ok(()) };
    making::look_after(app, job.network_id, id, app.clock.today(root.network.zone)).await
}
