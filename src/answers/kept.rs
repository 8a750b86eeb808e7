//! Everything that there is room for, table by table: the page about what is stored is made of this, and a test holds the
//! database to it.

/// (table, its columns), both in the order of their names.
pub const KEPT: [(&str, &[&str]); 6] = [
    ("answer_code", &["evaluation_id", "hash", "network_id", "spent", "unit_id"]),
    ("inbox", &["evaluation_id", "id", "network_id", "sealed", "unit_id"]),
    ("open_answer", &["evaluation_id", "id", "item", "network_id", "text", "unit_id", "version_id"]),
    ("quick_batch", &["batch_id", "evaluation_id", "network_id", "unit_id"]),
    (
        "response",
        &[
            "age_class",
            "aside_in",
            "batch_id",
            "body",
            "complete",
            "evaluation_id",
            "gender",
            "id",
            "language",
            "network_id",
            "unit_id",
            "version_id",
        ],
    ),
    ("submission", &["evaluation_id", "key_hash", "network_id"]),
];
