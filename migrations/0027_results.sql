-- What an evaluation came to. Everything in `result_table` may be shown to whoever may see results: what may not is not in it.

alter table evaluation add column released_at timestamptz;
-- Answers that could not be read when the evaluation closed, for their keys were gone.
alter table evaluation add column lost bigint not null default 0;

-- From which edition of the results on an answer is left out, with all others of its batch; null: it counts.
alter table response add column aside_in bigint;
alter table response drop column set_aside;

-- What an evaluation's results are worked out from, for all time: decided once, when it closes.
create table result_frozen (
    network_id uuid not null,
    evaluation_id uuid not null,
    frozen_at timestamptz not null,
    tree text not null,                 -- units as they stood on that day: ids, parents, who may show sensitive items; JSON
    secret bytea not null,              -- by which those who stated no gender or age are placed
    primary key (network_id, evaluation_id),
    foreign key (network_id, evaluation_id) references evaluation (network_id, id)
);

-- The results as they were worked out at one time. The last one is shown.
create table result_edition (
    network_id uuid not null,
    evaluation_id uuid not null,
    number bigint not null,             -- 1, 2, 3 …
    made_at timestamptz not null,
    made_by uuid references person (id), -- null: by the closing itself
    reason text not null,               -- why batches were set aside; empty in the first one
    primary key (network_id, evaluation_id, number),
    foreign key (network_id, evaluation_id) references result_frozen (network_id, evaluation_id)
);

-- A group of answers whose figures may be shown.
create table result_table (
    network_id uuid not null,
    evaluation_id uuid not null,
    edition bigint not null,
    version_id uuid not null,           -- of the questionnaire
    unit_id uuid not null,              -- where it is shown
    part text not null,                 -- whole, itself, together, not_split_gender, not_split_age, sensitive, sensitive_together
    class text not null,                -- of gender or age; empty: all of the part
    answers bigint not null,
    areas text not null,                -- area → [respondents, mean index, squares], as JSON; without those that may not be shown
    items text not null,                -- item → [by answer …, don't know, unanswered, not asked], as JSON
    primary key (network_id, evaluation_id, edition, version_id, unit_id, part, class),
    foreign key (network_id, evaluation_id, edition) references result_edition (network_id, evaluation_id, number),
    foreign key (network_id, unit_id) references unit (network_id, id),
    foreign key (network_id, version_id) references questionnaire_version (network_id, id)
);

-- What a unit does not show, and why.
create table result_withheld (
    network_id uuid not null,
    evaluation_id uuid not null,
    edition bigint not null,
    version_id uuid not null,
    unit_id uuid not null,
    part text not null,                 -- whole, itself, gender, age, sensitive
    why text not null,
    counted_in uuid,                    -- the unit whose "others together" it is in
    wants bigint,                       -- answers that would open it
    primary key (network_id, evaluation_id, edition, version_id, unit_id, part),
    foreign key (network_id, evaluation_id, edition) references result_edition (network_id, evaluation_id, number),
    foreign key (network_id, unit_id) references unit (network_id, id)
);

-- A unit that was given its own results before everybody was.
create table result_given (
    network_id uuid not null,
    evaluation_id uuid not null,
    unit_id uuid not null,
    given_at timestamptz not null,
    given_by uuid not null references person (id),
    primary key (network_id, evaluation_id, unit_id),
    foreign key (network_id, evaluation_id) references evaluation (network_id, id),
    foreign key (network_id, unit_id) references unit (network_id, id)
);

-- From how many points on an area is good enough, as a unit, or one above it, says for a year.
create table result_target (
    network_id uuid not null,
    unit_id uuid not null,
    year bigint not null,
    area text not null,                 -- code
    points bigint not null,             -- 0 to 100
    set_by uuid references person (id),
    set_at timestamptz not null,
    primary key (network_id, unit_id, year, area),
    foreign key (network_id, unit_id) references unit (network_id, id)
);

-- That a unit's answers in words were looked through for names, and by whom.
create table review (
    network_id uuid not null,
    evaluation_id uuid not null,
    unit_id uuid not null,
    done_by uuid not null references person (id),
    done_at timestamptz not null,
    primary key (network_id, evaluation_id, unit_id),
    foreign key (network_id, evaluation_id) references evaluation (network_id, id),
    foreign key (network_id, unit_id) references unit (network_id, id)
);

-- A word that is to be left out of an answer when its unit's are looked through. Gone with that: then it is gone from the answer.
create table review_mask (
    network_id uuid not null,
    evaluation_id uuid not null,
    unit_id uuid not null,
    answer_id uuid not null,            -- in words
    word bigint not null,               -- counted from 0
    primary key (network_id, evaluation_id, unit_id, answer_id, word)
);

-- A batch of answers that came one after another faster than people fill in a page. Told to who runs the evaluation.
create table quick_batch (
    network_id uuid not null,
    evaluation_id uuid not null,
    unit_id uuid not null,
    batch_id uuid not null,
    primary key (network_id, evaluation_id, unit_id, batch_id)
) /*sqlite without rowid sqlite*/;
