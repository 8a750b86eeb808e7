//! SQL for the list inside a backup: what each table held when it was written.

use crate::args;
use crate::db::copy::{Sum, Table, has_table};
use crate::db::{Conn, Result, Tx};

/// (table, sum) in the order they were copied.
pub type Sums = Vec<(String, Sum)>;

pub async fn keep_list(file: &mut Tx, sums: &Sums) -> Result<()> {
    file.run(
        "create table _backup (name text not null primary key, row_count bigint not null, hash text not null)",
        vec![],
    )
    .await?;
    for (name, sum) in sums {
        file.run(
            "insert into _backup (name, row_count, hash) values ($1, $2, $3)",
            args![name, sum.rows, hash(sum)],
        )
        .await?;
    }
    Ok(())
}

fn hash(sum: &Sum) -> String {
    format!("{:032x}", sum.hash)
}

/// Whether the file has such a list at all.
pub async fn has_list(file: &mut Tx) -> Result<bool> {
    has_table(file, "_backup").await
}

/// Whether the list says just this.
pub async fn list_is(file: &mut Tx, sums: &Sums) -> Result<bool> {
    let list: Vec<(String, i64, String)> =
        Conn::from(file).all("select name, row_count, hash from _backup order by name", vec![]).await?;
    let mut found: Vec<_> = sums.iter().map(|(name, sum)| (name.clone(), sum.rows, hash(sum))).collect();
    found.sort();
    Ok(found == list)
}

pub async fn is_empty(tx: &mut Tx, table: &Table) -> Result<bool> {
    let sql = crate::db::built(format!("select cast(1 as bigint) from \"{}\" limit 1", table.name));
    Ok(Conn::from(tx).find::<(i64,)>(sql, vec![]).await?.is_none())
}
