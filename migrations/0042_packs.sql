-- What ratios in funders' forms need beside records: what a unit's work cost in a year, and how many young people live there.
create table unit_cost (
    network_id uuid not null,
    unit_id uuid not null,
    year bigint not null,
    kind text not null,                 -- a kind of activity; 'all' for everything together
    cents bigint not null,
    currency text not null,             -- EUR
    set_by uuid references person (id),
    set_at timestamptz not null,
    primary key (network_id, unit_id, year, kind),
    foreign key (network_id, unit_id) references unit (network_id, id)
);

create table population (
    network_id uuid not null,
    unit_id uuid not null,
    year bigint not null,
    age_from bigint not null,
    age_to bigint not null,
    inhabitants bigint not null,
    source text not null,
    set_by uuid references person (id),
    set_at timestamptz not null,
    primary key (network_id, unit_id, year, age_from, age_to),
    foreign key (network_id, unit_id) references unit (network_id, id)
);
