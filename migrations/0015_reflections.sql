-- Questions that a unit asks its workers after what took place, at or below it.
create table reflection_set (
    network_id uuid not null,
    id uuid not null,                   -- made by the page
    unit_id uuid not null,              -- asked of entries whose unit stood at or below it on their day
    name text not null,                 -- language map
    kinds text not null,                -- kinds of activity, with commas between; none: all of them
    from_on date not null,
    until_on date,                      -- first day it is no longer asked
    made_by uuid references person (id),
    made_at timestamptz not null,
    primary key (network_id, id),
    foreign key (network_id, unit_id) references unit (network_id, id)
);
create index reflection_set_unit on reflection_set (network_id, unit_id);

-- Once it was answered its words stay: other words are another question, and this one retires.
create table reflection_question (
    network_id uuid not null,
    id uuid not null,                   -- made by the page
    set_id uuid not null,
    position bigint not null,
    words text not null,                -- language map
    scale text not null,                -- text, agree5, yes_no
    from_on date not null,
    retired_on date,                    -- first day it is no longer asked
    replaces uuid,                      -- the question whose words were changed into these
    primary key (network_id, id),
    foreign key (network_id, set_id) references reflection_set (network_id, id)
);
create index reflection_question_set on reflection_question (network_id, set_id);

-- What was answered after an entry, as it stands now.
create table reflection_answer (
    network_id uuid not null,
    entry_id uuid not null,
    question_id uuid not null,
    version bigint not null,
    answered boolean not null,          -- false: taken back
    value_text text,                    -- like a note; null once its years are over
    value_n bigint,                     -- agree5: 1 to 5; yes_no: 0 or 1
    by_person uuid references person (id),
    at timestamptz not null,
    command_id uuid not null,           -- made by the page
    primary key (network_id, entry_id, question_id),
    foreign key (network_id, entry_id) references entry (network_id, id),
    foreign key (network_id, question_id) references reflection_question (network_id, id)
);
create index reflection_answer_question on reflection_answer (network_id, question_id, entry_id);
-- Finds the few that hold a text.
create index reflection_answer_text on reflection_answer (network_id, entry_id) where value_text is not null;

-- What it said before it was corrected.
create table reflection_earlier (
    network_id uuid not null,
    entry_id uuid not null,
    question_id uuid not null,
    version bigint not null,
    answered boolean not null,
    value_text text,
    value_n bigint,
    by_person uuid references person (id),
    at timestamptz not null,
    command_id uuid not null,
    primary key (network_id, entry_id, question_id, version),
    foreign key (network_id, entry_id, question_id) references reflection_answer (network_id, entry_id, question_id)
);
create index reflection_earlier_text on reflection_earlier (network_id, entry_id) where value_text is not null;

-- Entries whose answers in words were removed that night.
alter table retention_run add column answers_removed bigint not null default 0;
