-- Who discusses and decides in a network or a unit: its council, its assembly of members, working groups.
create table body (
    network_id uuid not null,
    id uuid not null,                   -- made by the page
    unit_id uuid not null,
    kind text not null,                 -- council, expert_council, assembly, regional_committee, working_group
    name text not null,                 -- language map
    within_id uuid,                     -- the body of the same unit that it stands in
    version bigint not null,
    saved_by uuid references person (id),
    saved_at timestamptz not null,
    dropped_at timestamptz,             -- it meets no more
    primary key (network_id, id),
    foreign key (network_id, unit_id) references unit (network_id, id)
);

create index body_unit on body (network_id, unit_id);

-- Who sits in a body, in which role, from when until when. A row stays when somebody is a member no more.
create table body_member (
    network_id uuid not null,
    id uuid not null,                   -- made by the page
    body_id uuid not null,
    person_id uuid not null references person (id),
    seat text not null,                 -- leads, member, minutes
    from_on date not null,
    until_on date,                      -- first day on which they are no member any more
    version bigint not null,
    saved_by uuid references person (id),
    saved_at timestamptz not null,
    primary key (network_id, id),
    foreign key (network_id, body_id) references body (network_id, id)
);

create index body_member_body on body_member (network_id, body_id);

-- A meeting of a body as it was saved once; the highest version stands, earlier ones are kept.
create table body_meeting (
    network_id uuid not null,
    id uuid not null,                   -- made by the page
    version bigint not null,            -- 1, 2, 3 …
    body_id uuid not null,
    held_on date not null,
    place text not null,
    present bigint,                     -- how many were there
    minutes text not null,
    decisions text not null,            -- JSON list of lines
    dropped boolean not null,           -- taken out with this version
    saved_by uuid references person (id),
    saved_at timestamptz not null,
    primary key (network_id, id, version),
    foreign key (network_id, body_id) references body (network_id, id)
);

create index body_meeting_body on body_meeting (network_id, body_id);
