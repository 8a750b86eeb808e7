-- From results to change: what a unit does with what young people said, in seven steps, for each evaluation.

-- A step as it was saved once. Nothing is overwritten: the highest version stands, and what somebody changes is compared with
-- the one they had before them.
create table change_step (
    network_id uuid not null,
    unit_id uuid not null,
    evaluation_id uuid not null,
    step bigint not null,               -- 1 to 7
    version bigint not null,            -- 1, 2, 3 …
    notes text not null,
    planned_on date,
    done_on date,
    whom text not null,                 -- responsible people, as they were named; JSON list
    tasks text not null,                -- what is to do: id, what, who, by when, whether it is done; JSON list
    meeting text not null,              -- of step 5: when, where, how many of whom, decisions; JSON
    saved_by uuid references person (id),
    saved_at timestamptz not null,
    primary key (network_id, unit_id, evaluation_id, step, version),
    foreign key (network_id, unit_id) references unit (network_id, id),
    foreign key (network_id, evaluation_id) references evaluation (network_id, id)
);

-- What a unit wants to reach, by which measure it will see it, and in which year.
create table change_aim (
    network_id uuid not null,
    id uuid not null,                   -- made by the page
    unit_id uuid not null,
    evaluation_id uuid not null,        -- the one it came of
    aim text not null,
    area text not null,                 -- code; empty: measured by other means
    measure text not null,              -- in words
    points bigint,                      -- of the area, 0 to 100
    year bigint not null,               -- in which it is to be reached
    whom text not null,
    state text not null,                -- planned, under_way, done, given_up
    version bigint not null,
    saved_by uuid references person (id),
    saved_at timestamptz not null,
    dropped_at timestamptz,             -- taken out by hand; stands no more
    primary key (network_id, id),
    foreign key (network_id, unit_id) references unit (network_id, id),
    foreign key (network_id, evaluation_id) references evaluation (network_id, id)
);

create index change_aim_unit on change_aim (network_id, unit_id, year);

-- What young people said and what was done, as it is being written. Nothing of it is public by itself.
create table change_said (
    network_id uuid not null,
    id uuid not null,                   -- made by the page
    unit_id uuid not null,
    evaluation_id uuid not null,
    area text not null,                 -- code; empty: of none
    said text not null,                 -- language map
    did text not null,                  -- language map
    could_not text not null,            -- language map; what could not be, and why
    version bigint not null,
    saved_by uuid references person (id),
    saved_at timestamptz not null,
    dropped_at timestamptz,
    primary key (network_id, id),
    foreign key (network_id, unit_id) references unit (network_id, id),
    foreign key (network_id, evaluation_id) references evaluation (network_id, id)
);

create index change_said_unit on change_said (network_id, unit_id, evaluation_id);

-- What stands on a unit's public page, whole, as it was published: what is written later is not public until that is published.
create table change_publication (
    network_id uuid not null,
    id uuid not null,                   -- made by the page
    unit_id uuid not null,
    evaluation_id uuid not null,
    body text not null,                 -- JSON; emptied when it is taken back, or another one takes its place
    published_by uuid not null references person (id),
    published_at timestamptz not null,
    taken_back_by uuid references person (id),
    taken_back_at timestamptz,
    primary key (network_id, id),
    foreign key (network_id, unit_id) references unit (network_id, id),
    foreign key (network_id, evaluation_id) references evaluation (network_id, id)
);

create unique index change_publication_public on change_publication (network_id, unit_id) where taken_back_at is null;
