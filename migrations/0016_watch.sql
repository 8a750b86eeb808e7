-- What became of something that was found in a unit's records. Findings themselves are looked for anew each time; a row
-- stands here from the day one was first shown or answered.
create table finding_state (
    network_id uuid not null,
    unit_id uuid not null,
    kind text not null,                 -- jump, heaping, hours, same, doubled
    key text not null,                  -- what it is about: the same for the same thing, whenever it is looked for
    first_seen_on date not null,        -- shown to anybody, or answered
    told_on date,                       -- first shown to those who record there
    answer text,                        -- right, estimated
    reason text,                        -- why, in somebody's own words
    dismissed_by uuid references person (id),
    dismissed_at timestamptz,
    primary key (network_id, unit_id, kind, key),
    foreign key (network_id, unit_id) references unit (network_id, id)
);

-- Somebody who leads or coordinates came by: what was seen, what was agreed, and when it is to be looked at again.
create table support_visit (
    network_id uuid not null,
    id uuid not null,                   -- made by the page
    unit_id uuid not null,
    visited_on date not null,
    by_person uuid not null references person (id),
    note text not null,
    agreed text,
    follow_up_on date,
    done_on date,                       -- when what was agreed was looked at again
    made_at timestamptz not null,
    primary key (network_id, id),
    foreign key (network_id, unit_id) references unit (network_id, id)
);
create index support_visit_unit on support_visit (network_id, unit_id, visited_on);
