-- Pictures beside entries: what proves that it took place, and what may be told of it. Written anew from their points, so
-- that nothing else that came in the file is kept.
create table entry_file (
    network_id uuid not null,
    id uuid not null,                   -- made by the page
    entry_id uuid not null,
    proof boolean not null,             -- a sheet, a poster, an evening as it was: for those who read notes
    story boolean not null,             -- may be told in reports
    shows_people boolean not null,      -- somebody can be recognised
    consent_by uuid references person (id), -- who said that all of them agreed in writing
    consent_at timestamptz,
    caption text not null,
    width bigint not null,
    height bigint not null,
    size bigint not null,               -- bytes of the large one
    sha256 text not null,               -- of it; empty once it is removed
    added_by uuid references person (id),
    added_at timestamptz not null,
    removed_by uuid references person (id), -- null beside a time: its years were over
    removed_at timestamptz,
    small bytea,                        -- JPEG, for lists; none once it is removed
    large bytea,                        -- JPEG
    primary key (network_id, id),
    foreign key (network_id, entry_id) references entry (network_id, id)
);

create index entry_file_entry on entry_file (network_id, entry_id);

-- The sign that a unit's reports carry.
create table unit_logo (
    network_id uuid not null,
    unit_id uuid not null,
    width bigint not null,
    height bigint not null,
    set_by uuid references person (id),
    set_at timestamptz not null,
    png bytea not null,
    primary key (network_id, unit_id),
    foreign key (network_id, unit_id) references unit (network_id, id)
);

-- Pictures that a run has removed.
alter table retention_run add column pictures_removed bigint not null default 0;
