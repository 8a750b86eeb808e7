-- The network's calendar: dates that come back each year. What is owed on one, and how it stands, is read from reports,
-- closings and units, and kept nowhere.
create table due (
    network_id uuid not null,
    id uuid not null,                   -- made by the page
    kind text not null,                 -- report, pack, closing, meeting, other
    name text not null,                 -- in several languages
    template_code text,                 -- of the report, or of the form
    covers text,                        -- the time it is about, seen from its date: year_before, first_half, …
    unit_id uuid not null,              -- for this unit, or everything below it
    unit_kind text,                     -- for each unit of this kind there
    month bigint,                       -- null: every month
    day bigint,                         -- null: some day of the month
    from_month bigint,                  -- where it lasts for longer
    from_day bigint,
    remind boolean not null,
    send text not null,                 -- which report is mailed: none, finished, figures
    to_viewers boolean not null,
    to_mentors boolean not null,
    since_on date not null,             -- dates before this day are none
    dated_on date not null,             -- when its dates were last changed: about earlier ones nobody is written to
    until_on date,                      -- first day on which it is taken out
    version bigint not null,
    saved_by uuid references person (id),
    saved_at timestamptz not null,
    primary key (network_id, id),
    foreign key (network_id, unit_id) references unit (network_id, id)
);

-- One year's date that is another one, or none.
create table due_exception (
    network_id uuid not null,
    due_id uuid not null,
    rule_on date not null,              -- the date by its rule
    moved_to date,                      -- null: left out
    set_by uuid references person (id),
    set_at timestamptz not null,
    primary key (network_id, due_id, rule_on),
    foreign key (network_id, due_id) references due (network_id, id)
);

-- That a form was handed in: nothing in the records could tell.
create table due_done (
    network_id uuid not null,
    due_id uuid not null,
    unit_id uuid not null,
    period text not null,               -- 2025, 2025-H1, 2025-06
    done_by uuid references person (id),
    done_at timestamptz not null,
    primary key (network_id, due_id, unit_id, period),
    foreign key (network_id, due_id) references due (network_id, id),
    foreign key (network_id, unit_id) references unit (network_id, id)
);

-- That somebody was reminded of what a unit owes, so that nobody is twice on the same occasion.
create table due_reminder (
    network_id uuid not null,
    due_id uuid not null,
    unit_id uuid not null,
    rule_on date not null,
    occasion text not null,             -- before, day
    told_on date not null,
    primary key (network_id, due_id, unit_id, rule_on, occasion),
    foreign key (network_id, due_id) references due (network_id, id),
    foreign key (network_id, unit_id) references unit (network_id, id)
);

-- Mails of the calendar: of each kind at most one to a person. How far a mail came stands in the outbox.
create table due_letter (
    network_id uuid not null,
    person_id uuid not null references person (id),
    about text not null,                -- 'day 2026-03-01', or a report: date, unit, day by the rule
    mail_id uuid not null,
    due_id uuid,                        -- of a report
    unit_id uuid,
    made_at timestamptz not null,
    primary key (network_id, person_id, about)
);

create index due_letter_made on due_letter (network_id, made_at);

-- What goes along with a mail; removed once it is sent, or thirty days after it was refused.
create table outbox_file (
    mail_id uuid not null references outbox_mail (id),
    position bigint not null,
    name text not null,
    media_type text not null,
    body bytea not null,
    primary key (mail_id, position)
);
