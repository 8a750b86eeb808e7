-- Annual plans: what a network or a unit sets out to do in a year.
create table plan (
    network_id uuid not null,
    id uuid not null,
    unit_id uuid not null,
    year bigint not null,
    version bigint not null,            -- of what stands before the parts
    body text not null,                 -- JSON: name, introduction, the steps of adoption as they are foreseen
    saved_by uuid references person (id),
    saved_at timestamptz not null,
    primary key (network_id, id),
    unique (network_id, unit_id, year),
    foreign key (network_id, unit_id) references unit (network_id, id)
);

-- Areas, programmes, projects, groups and actions of a plan, with their targets, as they stand.
create table plan_part (
    network_id uuid not null,
    plan_id uuid not null,
    code text not null,
    position bigint not null,           -- in reading order
    version bigint not null,
    body text not null,                 -- JSON
    saved_by uuid references person (id),
    saved_at timestamptz not null,
    dropped_at timestamptz,             -- taken out; whatever was taken out with it has the same
    primary key (network_id, plan_id, code),
    foreign key (network_id, plan_id) references plan (network_id, id)
);

-- Every version of both, as it was saved. Nothing of it is ever changed.
create table plan_earlier (
    network_id uuid not null,
    plan_id uuid not null,
    code text not null,                 -- of the part; empty: what stands before the parts
    version bigint not null,
    body text not null,
    saved_by uuid references person (id),
    saved_at timestamptz not null,
    primary key (network_id, plan_id, code, version),
    foreign key (network_id, plan_id) references plan (network_id, id)
);
