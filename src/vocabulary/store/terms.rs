//! SQL for terms.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::clock::Ids;
use crate::db::{Conn, Result, Tx};
use crate::i18n::Text18;
use crate::vocabulary::words::{Term, Vocabulary};
use crate::{args, row};

row! {
    struct TermRow {
        id: Uuid,
        vocabulary: String,
        code: String,
        label: String,
        retired_on: Option<NaiveDate>,
        replaced_by: Option<Uuid>,
    }
}

/// Every term of the network, list by list in their order; retired ones too, for old entries still carry them.
pub async fn terms<'c>(conn: impl Into<Conn<'c>>, network_id: Uuid) -> Result<Vec<Term>> {
    let rows: Vec<TermRow> = conn
        .into()
        .all(
            "select id, vocabulary, code, label, retired_on, replaced_by from term where network_id = $1
             order by vocabulary, position",
            args![network_id],
        )
        .await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| {
            Some(Term {
                id: row.id,
                vocabulary: Vocabulary::from_code(&row.vocabulary)?,
                code: row.code,
                label: Text18::from_json(&row.label),
                retired_on: row.retired_on,
                replaced_by: row.replaced_by,
            })
        })
        .collect())
}

pub async fn insert_terms(
    tx: &mut Tx,
    network_id: Uuid,
    ids: &Ids,
    terms: &[(Vocabulary, &str, Text18)],
) -> Result<()> {
    let rows = terms.iter().zip(0i64..).map(|((vocabulary, code, label), position)| {
        args![network_id, ids.ordered(), vocabulary.code(), *code, label, position]
    });
    tx.insert("term", &["network_id", "id", "vocabulary", "code", "label", "position"], rows.collect()).await
}

/// A term behind the others of its list.
pub async fn insert_term(
    tx: &mut Tx,
    network_id: Uuid,
    id: Uuid,
    vocabulary: Vocabulary,
    code: &str,
    label: &Text18,
) -> Result<()> {
    tx.run(
        "insert into term (network_id, id, vocabulary, code, label, position)
         select $1, $2, $3, $4, $5, coalesce(max(position), 0) + 1 from term where network_id = $1",
        args![network_id, id, vocabulary.code(), code, label],
    )
    .await?;
    Ok(())
}

/// Mends the wording of a term.
pub async fn set_label(tx: &mut Tx, network_id: Uuid, id: Uuid, label: &Text18) -> Result<()> {
    tx.run("update term set label = $3 where network_id = $1 and id = $2", args![network_id, id, label])
        .await?;
    Ok(())
}

/// Retires a term from a day on, or (none) offers it again.
pub async fn set_retired(
    tx: &mut Tx,
    network_id: Uuid,
    id: Uuid,
    on: Option<NaiveDate>,
    replaced_by: Option<Uuid>,
) -> Result<()> {
    tx.run(
        "update term set retired_on = $3, replaced_by = $4 where network_id = $1 and id = $2",
        args![network_id, id, on, replaced_by],
    )
    .await?;
    Ok(())
}
