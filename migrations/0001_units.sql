-- Networks and their tree of units. One text for both engines: ids, times and defaults come from the program.
create table network (
    id uuid not null primary key,
    code text not null unique,
    languages text not null,            -- offered languages, "sl,en"; the first is the default
    zone text not null,                 -- IANA time zone
    country text not null,              -- ISO 3166-1 alpha-2
    school_year_start text not null,    -- MM-DD
    change_seq bigint not null,         -- grows by one with every change of an entry
    made_at timestamptz not null
);

create table unit_kind (
    network_id uuid not null references network (id),
    code text not null,
    name text not null,                 -- language map
    may_record boolean not null,
    position bigint not null,
    primary key (network_id, code)
);

create table unit (
    network_id uuid not null,
    id uuid not null,
    code text not null,
    kind text not null,
    place text,
    zone text,                          -- the network's where null
    opened_on date not null,
    closed_on date,                     -- first day it is no longer open
    successor_id uuid,
    primary key (network_id, id),
    unique (network_id, code),
    foreign key (network_id, kind) references unit_kind (network_id, code)
);

-- Names and places in the tree are dated: a report says what a unit was called, and where it belonged, at its time.
create table unit_name (
    network_id uuid not null,
    unit_id uuid not null,
    name text not null,                 -- language map
    from_on date not null,
    until_on date,                      -- first day it no longer holds
    primary key (network_id, unit_id, from_on),
    foreign key (network_id, unit_id) references unit (network_id, id)
);

create table unit_placement (
    network_id uuid not null,
    id uuid not null,
    unit_id uuid not null,
    parent_id uuid,
    path bytea not null,                -- ids from the root to the unit itself, 16 bytes each
    from_on date not null,
    until_on date,
    primary key (network_id, id),
    unique (network_id, unit_id, from_on),
    foreign key (network_id, unit_id) references unit (network_id, id),
    foreign key (network_id, parent_id) references unit (network_id, id)
);
create index unit_placement_path on unit_placement (network_id, path, unit_id, from_on, until_on);
