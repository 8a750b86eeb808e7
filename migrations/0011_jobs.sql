-- Work done beside requests: each job once, by whichever process takes it first.
create table job (
    network_id uuid not null references network (id),
    id uuid not null,
    kind text not null,
    key text not null,                  -- of a kind, each key is done once
    run_at timestamptz not null,        -- not before; after a failure, when to try again
    locked_by uuid,                     -- the process that has it
    locked_until timestamptz,           -- until when; a process that died leaves it to others then
    tries bigint not null,
    last_error text,
    done_at timestamptz,
    made_at timestamptz not null,
    primary key (network_id, id),
    unique (network_id, kind, key)
);
create index job_waiting on job (run_at) where done_at is null;

-- A colleague leaves a branch: the last day, and to whom the roles went. The roles themselves stand in `role`.
create table departure (
    network_id uuid not null,
    id uuid not null,                   -- made by the page
    unit_id uuid not null,              -- the branch that was left
    person_id uuid not null references person (id),
    last_on date not null,              -- the last day with the roles
    successor_id uuid references person (id),
    successor_mail text,                -- who was invited instead
    by_person uuid not null references person (id),
    made_at timestamptz not null,
    primary key (network_id, id),
    foreign key (network_id, unit_id) references unit (network_id, id)
);
create index departure_person on departure (network_id, person_id);

-- For how many full years after its own an entry's note is kept; the latest row holds, without one the program's default.
create table retention_rule (
    network_id uuid not null references network (id),
    id uuid not null,                   -- made by the page
    note_years bigint not null,
    set_by uuid not null references person (id),
    set_at timestamptz not null,
    primary key (network_id, id)
);

-- That the rule was kept to, night by night.
create table retention_run (
    network_id uuid not null references network (id),
    id uuid not null,                   -- the job's
    ran_on date not null,
    cutoff_on date not null,            -- notes of entries before this day are removed
    notes_removed bigint not null,      -- entries that had one, in any version
    begun_at timestamptz not null,
    finished_at timestamptz,
    primary key (network_id, id)
);
create index retention_run_day on retention_run (network_id, ran_on);

-- Finds the few versions that hold a note among all there ever were.
create index entry_version_noted on entry_version (network_id, entry_id, version) where body like '%"note":"%';
