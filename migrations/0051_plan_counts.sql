-- What somebody counted by hand for a target. Nothing of it is changed or deleted: what was wrong is taken back.
create table plan_count (
    network_id uuid not null,
    id uuid not null,                   -- made by the page
    plan_id uuid not null,
    part text not null,
    target text not null,
    day date not null,
    number bigint not null,
    note text not null,
    unit text not null,                 -- where each unit has a number of its own: whose, in words
    made_by uuid references person (id),
    made_at timestamptz not null,
    taken_by uuid references person (id),
    taken_at timestamptz,               -- taken back
    primary key (network_id, id),
    foreign key (network_id, plan_id) references plan (network_id, id)
);

create index plan_count_plan on plan_count (network_id, plan_id);

-- What proves a count: a picture written anew from its points, or a PDF.
create table plan_count_file (
    network_id uuid not null,
    count_id uuid not null,
    kind text not null,                 -- jpeg, pdf
    size bigint not null,
    sha256 text not null,
    bytes bytea not null,
    primary key (network_id, count_id),
    foreign key (network_id, count_id) references plan_count (network_id, id)
);

-- What somebody judged of a qualitative indicator. The latest one stands.
create table plan_judgement (
    network_id uuid not null,
    id uuid not null,                   -- made by the page
    plan_id uuid not null,
    part text not null,
    position bigint not null,           -- of the indicator in its part, as it was then
    wording text not null,              -- JSON: what it said then
    words text not null,
    evidence text not null,
    day date not null,
    made_by uuid references person (id),
    made_at timestamptz not null,
    primary key (network_id, id),
    foreign key (network_id, plan_id) references plan (network_id, id)
);

create index plan_judgement_plan on plan_judgement (network_id, plan_id);

-- Targets that are pursued no more, and why.
create table plan_drop (
    network_id uuid not null,
    id uuid not null,                   -- made by the page
    plan_id uuid not null,
    part text not null,
    target text not null,
    reason text not null,
    day date not null,
    made_by uuid references person (id),
    made_at timestamptz not null,
    back_by uuid references person (id),
    back_at timestamptz,                -- pursued again
    primary key (network_id, id),
    foreign key (network_id, plan_id) references plan (network_id, id)
);

create index plan_drop_plan on plan_drop (network_id, plan_id);
