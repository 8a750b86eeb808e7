-- What is offered, and each time it took place.
create table activity (
    network_id uuid not null,
    id uuid not null,
    unit_id uuid not null,
    code text not null,
    name text not null,                 -- language map
    kind text not null,                 -- open, group, project, event, one_to_one
    place_kind text not null,           -- on_site, online, both, street
    main_tag_id uuid,
    main_field_id uuid,
    project_id uuid,
    place text,
    from_on date not null,
    until_on date,                      -- first day it is no longer offered
    default_start_min bigint,
    default_duration_min bigint,
    version bigint not null,
    primary key (network_id, id),
    unique (network_id, unit_id, code),
    foreign key (network_id, unit_id) references unit (network_id, id),
    foreign key (network_id, main_tag_id) references term (network_id, id),
    foreign key (network_id, main_field_id) references term (network_id, id),
    foreign key (network_id, project_id) references project (network_id, id)
);

create table activity_term (
    network_id uuid not null,
    activity_id uuid not null,
    term_id uuid not null,
    primary key (network_id, activity_id, term_id),
    foreign key (network_id, activity_id) references activity (network_id, id),
    foreign key (network_id, term_id) references term (network_id, id)
);

create table activity_weekday (
    network_id uuid not null,
    activity_id uuid not null,
    weekday bigint not null,            -- 1 Monday … 7 Sunday
    start_min bigint not null,
    duration_min bigint not null,
    from_on date not null,
    until_on date,
    primary key (network_id, activity_id, weekday, start_min, from_on),
    foreign key (network_id, activity_id) references activity (network_id, id)
);

create table entry (
    network_id uuid not null,
    id uuid not null,                   -- made by the page or the client
    unit_id uuid not null,
    activity_id uuid not null,
    kind text not null,                 -- kind, place kind, main tag, main field, project: copied when written
    place_kind text not null,
    main_tag_id uuid,
    main_field_id uuid,
    project_id uuid,
    status text not null,               -- held, cancelled
    cancel_reason_id uuid,
    local_date date not null,           -- the day it began, in the unit's zone
    start_min bigint,                   -- minutes after midnight, unknown where null
    duration_min bigint not null,       -- 0..1440
    zone text not null,
    start_at timestamptz,
    created_min bigint not null,        -- 0..duration_min
    creators bigint,                    -- heads by part; null means not counted, which is not 0
    participants bigint,
    audience bigint,
    first_visits bigint,
    staff_count bigint,
    staff_min bigint,                   -- person-minutes
    prep_min bigint,
    volunteer_count bigint,
    volunteer_min bigint,
    count_method text not null,         -- counted, register, checked_in, estimated, imported
    copied_counts boolean not null,
    series_id uuid,
    note text,
    made_by uuid references person (id),
    made_at timestamptz not null,
    version bigint not null,
    change_seq bigint not null,
    import_id uuid,
    deleted boolean not null,
    primary key (network_id, id),
    foreign key (network_id, unit_id) references unit (network_id, id),
    foreign key (network_id, activity_id) references activity (network_id, id)
);
create index entry_unit_day on entry (network_id, unit_id, local_date);
create index entry_activity_day on entry (network_id, activity_id, local_date);
create index entry_change on entry (network_id, change_seq);
create index entry_made_by on entry (network_id, made_by, made_at);

-- Two margins of the heads of a part. Each adds up to the part's total, what is not recorded included ('unknown').
create table entry_gender (
    network_id uuid not null,
    entry_id uuid not null,
    part text not null,                 -- creator, participant, audience
    gender text not null,               -- girl, boy, non_binary, not_stated, unknown
    n bigint not null,
    primary key (network_id, entry_id, part, gender),
    foreign key (network_id, entry_id) references entry (network_id, id)
);

create table entry_age (
    network_id uuid not null,
    entry_id uuid not null,
    part text not null,
    age_band text not null,             -- code of the band, or 'unknown'
    n bigint not null,
    primary key (network_id, entry_id, part, age_band),
    foreign key (network_id, entry_id) references entry (network_id, id)
);

create table entry_term (
    network_id uuid not null,
    entry_id uuid not null,
    term_id uuid not null,              -- further tags and fields, beside the main ones
    primary key (network_id, entry_id, term_id),
    foreign key (network_id, entry_id) references entry (network_id, id),
    foreign key (network_id, term_id) references term (network_id, id)
);

create table entry_version (
    network_id uuid not null,
    entry_id uuid not null,
    version bigint not null,
    state text not null,                -- current, past, proposed, set_aside
    body text not null,                 -- the whole entry with its counts
    by_person uuid references person (id),
    at timestamptz not null,
    command_id uuid not null,
    base_version bigint,
    primary key (network_id, entry_id, version),
    foreign key (network_id, entry_id) references entry (network_id, id)
);
