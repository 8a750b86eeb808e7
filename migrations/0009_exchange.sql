-- Files that were brought in: what each held, which entries came of it, and what could not become entries.
create table import_batch (
    network_id uuid not null,
    id uuid not null,                   -- made by the page or the command
    unit_id uuid not null,
    holds text not null,                -- entries, sums
    file_name text not null,
    file_sha256 bytea not null,
    mapping text not null,              -- heading → code of what it was taken for
    row_count bigint not null,          -- rows of the file that say something
    added bigint not null,
    changed bigint not null,
    by_person uuid references person (id),
    at timestamptz not null,
    undone_at timestamptz,
    undone_by uuid references person (id),
    primary key (network_id, id),
    foreign key (network_id, unit_id) references unit (network_id, id)
);
create index import_batch_unit on import_batch (network_id, unit_id, at);

create table import_row (
    network_id uuid not null,
    import_id uuid not null,
    nth bigint not null,                -- which row of the file, over all its sheets
    row_no bigint not null,             -- as the spreadsheet counts
    identity_hash bytea not null,       -- of the row's id, or of unit, activity, day, beginning and which of several
    entry_id uuid not null,
    version bigint not null,            -- the version it wrote
    primary key (network_id, import_id, nth),
    foreign key (network_id, import_id) references import_batch (network_id, id),
    foreign key (network_id, entry_id) references entry (network_id, id)
);
create index import_row_identity on import_row (network_id, identity_hash);

-- What a unit said a heading means, for the next file.
create table import_mapping (
    network_id uuid not null,
    unit_id uuid not null,
    heading text not null,              -- folded
    code text not null,
    primary key (network_id, unit_id, heading),
    foreign key (network_id, unit_id) references unit (network_id, id)
);

-- A file between being sent and being taken in; the only rows here that are deleted.
create table import_draft (
    network_id uuid not null,
    id uuid not null,                   -- of the batch it becomes
    unit_id uuid not null,
    file_name text not null,
    body bytea not null,
    mapping text not null,              -- heading → code, as chosen so far
    create_activities boolean not null,
    take_changes boolean not null,
    by_person uuid not null references person (id),
    at timestamptz not null,
    primary key (network_id, id),
    foreign key (network_id, unit_id) references unit (network_id, id)
);

-- What is known of a time only as a sum. Never added to what entries come to.
create table past_total (
    network_id uuid not null,
    id uuid not null,
    unit_id uuid not null,
    from_on date not null,
    until_on date not null,             -- first day after
    measure_code text not null,
    value bigint not null,              -- minutes where the measure is a time
    source text not null,
    import_id uuid not null,
    by_person uuid references person (id),
    at timestamptz not null,
    primary key (network_id, id),
    foreign key (network_id, unit_id) references unit (network_id, id),
    foreign key (network_id, import_id) references import_batch (network_id, id)
);
create index past_total_unit on past_total (network_id, unit_id, from_on);
