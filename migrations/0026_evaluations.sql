-- A year's evaluation: young people are asked in a window of days, each unit at addresses of its own.
create table evaluation (
    network_id uuid not null references network (id),
    id uuid not null,                   -- made by the page
    code text not null,
    name text not null,                 -- language map
    purpose text not null,              -- language map; what it is for
    consent text not null,              -- language map; what somebody agrees to by sending
    contact text not null,              -- whom to ask
    least bigint not null,              -- complete answers from which a unit is shown by itself
    first_age bigint not null,          -- ages below this one are the first class
    second_age bigint not null,         -- and below this one the second
    opens_on date not null,
    closes_on date not null,            -- first day on which nothing is taken any more
    opened_at timestamptz,
    closed_at timestamptz,
    made_by uuid references person (id),
    made_at timestamptz not null,
    primary key (network_id, id),
    unique (network_id, code)
);

-- Where a unit is answered about a kind of its activities. Stays where the unit closes or moves.
create table evaluation_place (
    network_id uuid not null,
    evaluation_id uuid not null,
    unit_id uuid not null,
    kind text not null,                 -- of activity
    version_id uuid not null,           -- what is asked there; finished
    address text not null unique,       -- drawn; what stands behind /a/
    primary key (network_id, evaluation_id, unit_id, kind),
    foreign key (network_id, evaluation_id) references evaluation (network_id, id),
    foreign key (network_id, unit_id) references unit (network_id, id),
    foreign key (network_id, version_id) references questionnaire_version (network_id, id)
);

-- What is asked of which kind, of units that are added later as well.
create table evaluation_questionnaire (
    network_id uuid not null,
    evaluation_id uuid not null,
    kind text not null,
    version_id uuid not null,
    primary key (network_id, evaluation_id, kind),
    foreign key (network_id, evaluation_id) references evaluation (network_id, id),
    foreign key (network_id, version_id) references questionnaire_version (network_id, id)
);

-- How many answers a place had on a morning, told in steps of five and never oftener.
create table evaluation_count (
    network_id uuid not null,
    evaluation_id uuid not null,
    unit_id uuid not null,
    kind text not null,
    counted_on date not null,
    complete bigint not null,           -- a multiple of five, never more than there were
    primary key (network_id, evaluation_id, unit_id, kind),
    foreign key (network_id, evaluation_id, unit_id, kind)
        references evaluation_place (network_id, evaluation_id, unit_id, kind)
);
