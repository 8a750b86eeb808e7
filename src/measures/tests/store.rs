//! Units moved, merged and renamed without what pages ask first; and totals spoilt, as no page does.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::args;
use crate::db::{Conn, Tx};
use crate::i18n::Text18;
use crate::testing::TestApp;
use crate::units::Unit;

/// Commits changes of units, and counts them.
async fn commit(app: &TestApp, mut tx: Tx) {
    let sql = "update network set units_seq = units_seq + 1 where id = $1";
    tx.run(sql, args![app.network_id]).await.unwrap();
    tx.commit().await.unwrap();
}

/// Puts a unit below another one from a day on.
pub async fn move_unit(app: &TestApp, unit: &str, below: &str, on: NaiveDate) {
    let (unit, parent) = (app.unit(unit).await, app.unit(below).await);
    let mut tx = app.db.begin().await.unwrap();
    tx.run(
        "update unit_placement set until_on = $3 where network_id = $1 and unit_id = $2",
        args![app.network_id, unit.id, on],
    )
    .await
    .unwrap();
    tx.run(
        "insert into unit_placement (network_id, id, unit_id, parent_id, path, from_on) values ($1, $2, $3, $4, $5, $6)",
        args![app.network_id, app.ids.ordered(), unit.id, parent.id, &parent.path.below(unit.id), on],
    )
    .await
    .unwrap();
    commit(app, tx).await;
}

/// [`move_unit`] for one that may have moved before: what stood from that day on gives way.
pub async fn move_again(app: &TestApp, unit: &str, below: &str, on: NaiveDate) {
    let (unit, parent) = (app.unit(unit).await, app.unit(below).await);
    let mut tx = app.db.begin().await.unwrap();
    let sql = "delete from unit_placement where network_id = $1 and unit_id = $2 and from_on >= $3";
    tx.run(sql, args![app.network_id, unit.id, on]).await.unwrap();
    let sql = "update unit_placement set until_on = $3
        where network_id = $1 and unit_id = $2 and (until_on is null or until_on > $3)";
    tx.run(sql, args![app.network_id, unit.id, on]).await.unwrap();
    let path = parent.path.below(unit.id);
    let columns = ["network_id", "id", "unit_id", "parent_id", "path", "from_on"];
    let row = args![app.network_id, app.ids.ordered(), unit.id, parent.id, &path, on];
    tx.insert("unit_placement", &columns, vec![row]).await.unwrap();
    commit(app, tx).await;
}

/// Breaks what is kept of a unit's days, as a fault of a disk or a mistake of ours would.
pub async fn spoil(app: &TestApp, unit: &str, body: &[u8]) {
    let unit = app.unit(unit).await;
    let mut tx = app.db.begin().await.unwrap();
    let sql = "update total set body = $3 where network_id = $1 and unit_id = $2";
    tx.run(sql, args![app.network_id, unit.id, body.to_vec()]).await.unwrap();
    tx.commit().await.unwrap();
}

/// As in a network from before totals were kept.
pub async fn forget_totals(app: &TestApp) {
    let mut tx = app.db.begin().await.unwrap();
    tx.run("delete from total where network_id = $1", args![app.network_id]).await.unwrap();
    tx.run("update network set totals_format = 0 where id = $1", args![app.network_id]).await.unwrap();
    tx.commit().await.unwrap();
}

/// Gives a unit other days of opening and closing.
pub async fn set_open(app: &TestApp, unit: &str, opened_on: NaiveDate, closed_on: Option<NaiveDate>) {
    let unit = app.unit(unit).await;
    let mut tx = app.db.begin().await.unwrap();
    let sql = "update unit set opened_on = $3, closed_on = $4 where network_id = $1 and id = $2";
    tx.run(sql, args![app.network_id, unit.id, opened_on, closed_on]).await.unwrap();
    commit(app, tx).await;
}

/// Closes a unit from a day on, with another to go on with its work.
pub async fn merge(app: &TestApp, unit: &str, into: &str, on: NaiveDate) {
    let (unit, into) = (app.unit(unit).await, app.unit(into).await);
    let mut tx = app.db.begin().await.unwrap();
    let sql = "update unit set closed_on = $3, successor_id = $4 where network_id = $1 and id = $2";
    tx.run(sql, args![app.network_id, unit.id, on, into.id]).await.unwrap();
    commit(app, tx).await;
}

/// What a unit is merged into by a day.
pub async fn merged(app: &TestApp, unit_id: Uuid, day: NaiveDate) -> Option<Uuid> {
    let sql = "select successor_id from unit where network_id = $1 and id = $2 and closed_on <= $3";
    let found: Option<(Option<Uuid>,)> =
        Conn::from(&app.db).find(sql, args![app.network_id, unit_id, day]).await.unwrap();
    found.and_then(|(into,)| into)
}

/// Gives a unit another name, as if it had always had it.
pub async fn rename(app: &TestApp, unit: &Unit, name: &Text18) {
    let mut tx = app.db.begin().await.unwrap();
    let sql = "update unit_name set name = $3 where network_id = $1 and unit_id = $2";
    tx.run(sql, args![app.network_id, unit.id, name]).await.unwrap();
    commit(app, tx).await;
}
