//! SQL for the kinds of units a network has.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::db::{Conn, Result, Tx};
use crate::i18n::Text18;
use crate::units::store::units_changed;
use crate::units::unit::Kind;
use crate::{args, row};

row! {
    struct KindRow {
        code: String,
        name: String,
        may_record: bool,
        retired_on: Option<NaiveDate>,
    }
}

/// The network's kinds of units, in their order; retired ones too, for there are units of them.
pub async fn kinds<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid) -> Result<Vec<Kind>> {
    let rows: Vec<KindRow> = conn
        .into()
        .all(
            "select code, name, may_record, retired_on from unit_kind where network_id = $1
             order by position, code",
            args![network_id],
        )
        .await?;
    let kind = |row: KindRow| Kind {
        code: row.code,
        name: Text18::from_json(&row.name),
        may_record: row.may_record,
        retired_on: row.retired_on,
    };
    Ok(rows.into_iter().map(kind).collect())
}

pub async fn insert_kinds(tx: &mut Tx, network_id: Uuid, kinds: &[Kind]) -> Result<()> {
    let rows = kinds
        .iter()
        .zip(0i64..)
        .map(|(kind, position)| args![network_id, &kind.code, &kind.name, kind.may_record, position]);
    tx.insert("unit_kind", &["network_id", "code", "name", "may_record", "position"], rows.collect()).await
}

/// A kind behind the others.
pub async fn insert_kind(tx: &mut Tx, network_id: Uuid, form_id: Uuid, new: &Kind) -> Result<()> {
    tx.run(
        "insert into unit_kind (network_id, code, name, may_record, position, form_id)
         select $1, $2, $3, $4, coalesce(max(position), 0) + 1, $5 from unit_kind where network_id = $1",
        args![network_id, &new.code, &new.name, new.may_record, form_id],
    )
    .await?;
    Ok(())
}

/// The code of the kind that a form added.
pub async fn kind_of_form(tx: &mut Tx, network_id: Uuid, form_id: Uuid) -> Result<Option<String>> {
    let found: Option<(String,)> = Conn::from(tx)
        .find("select code from unit_kind where network_id = $1 and form_id = $2", args![network_id, form_id])
        .await?;
    Ok(found.map(|(code,)| code))
}

/// What a kind is called, and whether its units record.
pub async fn change_kind(
    tx: &mut Tx,
    network_id: Uuid,
    code: &str,
    name: &Text18,
    may_record: bool,
) -> Result<()> {
    tx.run(
        "update unit_kind set name = $3, may_record = $4 where network_id = $1 and code = $2",
        args![network_id, code, name, may_record],
    )
    .await?;
    units_changed(tx, network_id).await
}

/// Puts kinds into this order.
pub async fn order_kinds(tx: &mut Tx, network_id: Uuid, codes: &[&str]) -> Result<()> {
    for (code, position) in codes.iter().zip(0i64..) {
        tx.run(
            "update unit_kind set position = $3 where network_id = $1 and code = $2",
            args![network_id, *code, position],
        )
        .await?;
    }
    Ok(())
}

/// Retires a kind from a day on, or (none) offers it again.
pub async fn retire_kind(tx: &mut Tx, network_id: Uuid, code: &str, on: Option<NaiveDate>) -> Result<()> {
    tx.run(
        "update unit_kind set retired_on = $3 where network_id = $1 and code = $2",
        args![network_id, code, on],
    )
    .await?;
    Ok(())
}
