-- A plan as it stood when a step of its adoption was taken, or when it was amended after that. Nothing of a row is changed but that
-- it is taken back.
create table plan_edition (
    network_id uuid not null,
    plan_id uuid not null,
    number bigint not null,             -- 1, 2, 3 …
    id uuid not null,                   -- made by the page
    step text not null,                 -- of adoption; empty: an amendment
    held_on date not null,
    words text not null,                -- what was decided; of an amendment why
    body_id uuid,                       -- that decided
    meeting_id uuid,                    -- of that body
    head_version bigint not null,       -- of what stands before the parts, in plan_earlier
    made_by uuid references person (id),
    made_at timestamptz not null,
    undone_by uuid references person (id),
    undone_at timestamptz,
    undone_why text not null,
    primary key (network_id, plan_id, number),
    unique (network_id, id),
    foreign key (network_id, plan_id) references plan (network_id, id),
    foreign key (network_id, body_id) references body (network_id, id)
);

-- Which version of which parts an edition holds, and in which order.
create table plan_edition_part (
    network_id uuid not null,
    plan_id uuid not null,
    number bigint not null,
    code text not null,
    version bigint not null,            -- in plan_earlier
    position bigint not null,
    primary key (network_id, plan_id, number, code),
    foreign key (network_id, plan_id, number) references plan_edition (network_id, plan_id, number),
    foreign key (network_id, plan_id, code, version) references plan_earlier (network_id, plan_id, code, version)
);
