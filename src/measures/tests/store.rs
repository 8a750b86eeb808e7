//! What no page can do yet: moving a unit in the tree.

use chrono::NaiveDate;

use crate::args;
use crate::i18n::Text18;
use crate::testing::TestApp;
use crate::units::Unit;

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
    tx.commit().await.unwrap();
}

/// Deletes an entry the way a correction does: under the network's next change.
pub async fn set_deleted(app: &TestApp, entry: uuid::Uuid, deleted: bool) {
    let mut tx = app.db.begin().await.unwrap();
    tx.run("update network set change_seq = change_seq + 1 where id = $1", args![app.network_id])
        .await
        .unwrap();
    tx.run(
        "update entry set deleted = $3, change_seq = (select change_seq from network where id = $1)
         where network_id = $1 and id = $2",
        args![app.network_id, entry, deleted],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
}

/// Gives a unit other days of opening and closing.
pub async fn set_open(app: &TestApp, unit: &str, opened_on: NaiveDate, closed_on: Option<NaiveDate>) {
    let unit = app.unit(unit).await;
    let mut tx = app.db.begin().await.unwrap();
    let sql = "update unit set opened_on = $3, closed_on = $4 where network_id = $1 and id = $2";
    tx.run(sql, args![app.network_id, unit.id, opened_on, closed_on]).await.unwrap();
    tx.commit().await.unwrap();
}

/// Gives a unit another name, as if it had always had it.
pub async fn rename(app: &TestApp, unit: &Unit, name: &Text18) {
    let mut tx = app.db.begin().await.unwrap();
    let sql = "update unit_name set name = $3 where network_id = $1 and unit_id = $2";
    tx.run(sql, args![app.network_id, unit.id, name]).await.unwrap();
    tx.commit().await.unwrap();
}
