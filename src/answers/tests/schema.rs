//! What there is room for: these columns and no others.

use crate::answers::KEPT;
use crate::args;
use crate::db::Conn;
use crate::db::Db;

/// Both engines have the same columns (`db::copy`), and only a file tells them by itself.
#[tokio::test]
async fn answers_have_no_room_for_who_when_or_where() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open_file(&folder.path().join("schema")).unwrap();
    db.migrate().await.unwrap();
    for (table, allowed) in KEPT {
        let columns: Vec<(String,)> = Conn::from(&db)
            .all("select name from pragma_table_info($1) order by name", args![table])
            .await
            .unwrap();
        let columns: Vec<&str> = columns.iter().map(|(name,)| name.as_str()).collect();
        assert_eq!(columns, allowed, "{table}");
        // The order in which rows came would be a column as well.
        let (hidden,): (i64,) = Conn::from(&db)
            .one("select count(*) from pragma_table_list($1) where wr = 0", args![table])
            .await
            .unwrap();
        assert_eq!(hidden, 0, "{table} lies in the order of its keys");
    }
    let all: Vec<(String,)> = Conn::from(&db)
        .all(
            "select distinct m.name from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table'
             and (c.name like '%response%' or c.name like '%submission%' or c.name like '%batch%'
                or c.name like '%inbox%') order by m.name",
            args![],
        )
        .await
        .unwrap();
    let all: Vec<&str> = all.iter().map(|(name,)| name.as_str()).collect();
    // Which batch came unnaturally fast, and no more of it.
    assert_eq!(all, ["quick_batch", "response"], "nothing else refers to an answer");
}
