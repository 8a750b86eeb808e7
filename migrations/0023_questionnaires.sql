-- What young people are asked once a year. What a version asks stands in it whole: it is read, copied and locked whole,
-- and nothing joins single questions.
create table questionnaire (
    network_id uuid not null references network (id),
    id uuid not null,                   -- made by the page
    code text not null,
    name text not null,                 -- language map
    kind text not null,                 -- of activity; one_to_one is never asked about
    made_by uuid references person (id),
    made_at timestamptz not null,
    retired_on date,                    -- from this day on it is not offered
    primary key (network_id, id),
    unique (network_id, code)
);

create table questionnaire_version (
    network_id uuid not null,
    id uuid not null,                   -- made by the page
    questionnaire_id uuid not null,
    number bigint not null,             -- 1, 2, 3 …
    body text not null,                 -- languages, areas and items, as JSON
    changed_by uuid references person (id),
    changed_at timestamptz not null,
    locked_at timestamptz,              -- when it was finished: from then on it never changes
    primary key (network_id, id),
    unique (network_id, questionnaire_id, number),
    foreign key (network_id, questionnaire_id) references questionnaire (network_id, id)
);
