//! Answering a finding: it is right, and why. An answer stands until whoever gave it takes it back.

use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::line::{LONGEST_REASON, answers};
use super::page::{Kept, page};
use super::{At, unit_for};
use crate::access::{Act, put_on_record_in};
use crate::app::App;
use crate::error::{AppError, Result};
use crate::form::{Wrong, tidy};
use crate::watch::look::over_unit;
use crate::watch::rules::Subject;
use crate::watch::store::{self, Answered};
use crate::web::{Visit, safe_next};

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Sent {
    subject: String,
    key: String,
    answer: String,
    reason: String,
    back: String,
}

pub async fn dismiss(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): At,
    Form(sent): Form<Sent>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, Act::SeeEntries, (&network, &unit)).await?;
    let me = visit.me()?;
    let garbled = AppError::Invalid("error-garbled");
    let Some(subject) = Subject::from_code(&sent.subject) else { return Err(garbled) };
    let Some(answer) = answers(subject).iter().find(|code| **code == sent.answer) else {
        return Err(garbled);
    };
    let reason = tidy(&sent.reason);
    if reason.chars().count() > LONGEST_REASON {
        let most = i64::try_from(LONGEST_REASON).unwrap_or(i64::MAX);
        let wrong = Wrong::new("reason", "watch-reason-long").arg("n", most);
        let kept = Kept { reason: Some((unit.id, subject, sent.key, reason, wrong)), ..Kept::default() };
        return page(&app, &visit, &unit, false, kept).await;
    }
    let look = over_unit(&app, &unit).await?;
    // What is not found any more was answered, or mended, meanwhile: either way nothing is left to say.
    if look.answerable(me, unit.id, subject, &sent.key).is_some() {
        let it = Answered {
            kind: subject.code(),
            key: &sent.key,
            answer,
            reason: Some(reason.as_str()).filter(|reason| !reason.is_empty()),
            by: me.id,
            at: app.clock.now(),
            on: look.today,
        };
        let mut tx = app.db.begin().await?;
        if store::dismiss(&mut tx, unit.network.id, unit.id, &it).await? {
            let what = format!("{} {}", subject.code(), sent.key);
            put_on_record_in(&app, &mut tx, me.id, "dismiss_finding", &what, &unit.network.id, &unit.id)
                .await?;
        }
        tx.commit().await?;
    }
    let back = Some(sent.back.as_str()).filter(|back| !back.is_empty());
    let own = format!("{}/watch?answered=true", unit.address());
    Ok(Redirect::to(&back.map_or(own, |back| safe_next(Some(back)))).into_response())
}

/// Takes one's own answer back: a thumb slips.
pub async fn withdraw(
    State(app): State<App>,
    visit: Visit,
    Path((network, unit)): At,
    Form(sent): Form<Sent>,
) -> Result<Response> {
    let unit = unit_for(&app, &visit, Act::SeeEntries, (&network, &unit)).await?;
    let me = visit.me()?;
    let Some(subject) = Subject::from_code(&sent.subject) else {
        return Err(AppError::Invalid("error-garbled"));
    };
    let mut tx = app.db.begin().await?;
    let asked = (subject.code(), sent.key.as_str());
    if store::withdraw(&mut tx, unit.network.id, unit.id, asked, me.id).await? {
        let what = format!("withdrawn {} {}", subject.code(), sent.key);
        put_on_record_in(&app, &mut tx, me.id, "dismiss_finding", &what, &unit.network.id, &unit.id).await?;
    }
    tx.commit().await?;
    let own = format!("{}/watch", unit.address());
    let back = Some(sent.back.as_str()).filter(|back| !back.is_empty());
    Ok(Redirect::to(&back.map_or(own, |back| safe_next(Some(back)))).into_response())
}
