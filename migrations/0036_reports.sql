-- Reports: what a unit tells others of a period. A draft's figures are asked for whenever it is read; a finished one is kept
-- as it was.
create table report (
    network_id uuid not null,
    id uuid not null,                   -- made by the page
    unit_id uuid not null,
    template_code text not null,
    template_version bigint not null,   -- the one it was begun with
    period text not null,               -- 2025, 2025-H1, 2025-06
    from_on date not null,
    until_on date not null,             -- first day that is not in it
    language text not null,
    supersedes_id uuid,                 -- the finished one whose place it takes
    made_by uuid references person (id),
    made_at timestamptz not null,
    finished_by uuid references person (id),
    finished_at timestamptz,            -- null: a draft
    change_seq bigint,                  -- the last change of the network that is in its figures
    document text,                      -- JSON: everything that is printed
    discarded_at timestamptz,           -- a draft that was thrown away
    primary key (network_id, id),
    foreign key (network_id, unit_id) references unit (network_id, id),
    foreign key (network_id, supersedes_id) references report (network_id, id)
);

create index report_unit on report (network_id, unit_id, from_on);

-- What is written in a section, as it was saved once; the highest version stands.
create table report_section (
    network_id uuid not null,
    report_id uuid not null,
    section text not null,
    version bigint not null,
    body text not null,                 -- a text; of stories JSON: entries, and what is told of each
    saved_by uuid references person (id),
    saved_at timestamptz not null,
    primary key (network_id, report_id, section, version),
    foreign key (network_id, report_id) references report (network_id, id)
);

-- Every figure that a finished report prints. Nothing of it is ever changed.
create table report_figure (
    network_id uuid not null,
    report_id uuid not null,
    mark text not null,                 -- a, b, … aa: of one figure, or of a split with its whole
    position bigint not null,
    measure text not null,
    definition bigint not null,         -- version of the measure's definition
    unit_id uuid not null,
    from_on date not null,
    until_on date not null,
    axis text not null,                 -- what it is split by; empty: the whole
    code text not null,                 -- of the member
    unit text not null,                 -- code and name of the unit, as it was called
    unit_name text not null,
    label text not null,
    above bigint not null,              -- the sum; of a ratio the one above
    below bigint,                       -- of a ratio the one below
    shown text not null,                -- as it is printed
    primary key (network_id, report_id, mark, position),
    foreign key (network_id, report_id) references report (network_id, id),
    foreign key (network_id, unit_id) references unit (network_id, id)
);

create index report_figure_unit on report_figure (network_id, unit_id, from_on);

-- Templates that a network made itself. A version is never changed: reports go on with the one they were begun with.
create table report_template (
    network_id uuid not null,
    code text not null,
    version bigint not null,
    body text not null,                 -- JSON
    made_at timestamptz not null,
    primary key (network_id, code, version),
    foreign key (network_id) references network (id)
);
