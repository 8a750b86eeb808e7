-- Answers of young people. Nothing here can hold who answered, when, or from where: there is no column for it, and a test
-- holds these tables to their list of columns. Rows lie in the order of their keys, which are hashes and drawn ids, and not
-- in the order in which they came, on the engine that can. docs/architecture.md tells how an answer comes from `inbox` into
-- `response`.

-- That an answer was taken, so that sending it again counts once. Gone when the evaluation closes.
create table submission (
    network_id uuid not null,
    evaluation_id uuid not null,
    key_hash bytea not null,            -- of a random key that the page made
    primary key (network_id, evaluation_id, key_hash)
) /*sqlite without rowid sqlite*/;

-- A printed code for one answer. Gone when the evaluation closes.
create table answer_code (
    network_id uuid not null,
    evaluation_id uuid not null,
    hash bytea not null,                -- the code itself stands on paper alone
    unit_id uuid not null,
    spent boolean not null,
    primary key (network_id, evaluation_id, hash),
    foreign key (network_id, unit_id) references unit (network_id, id)
) /*sqlite without rowid sqlite*/;

-- An answer that waits until others of its unit have come. Its key stands in the data folder and not here, and is destroyed
-- when the unit's answers are mixed.
create table inbox (
    network_id uuid not null,
    evaluation_id uuid not null,
    unit_id uuid not null,
    id uuid not null,                   -- drawn (v4)
    sealed bytea not null,              -- of one size for all answers to a version of a questionnaire
    primary key (network_id, evaluation_id, unit_id, id)
) /*sqlite without rowid sqlite*/;

-- An answer, mixed with others of its unit: read, moved, set aside and counted whole.
create table response (
    network_id uuid not null references network (id),
    evaluation_id uuid not null,
    unit_id uuid not null,
    id uuid not null,                   -- drawn (v4) when it was mixed
    version_id uuid not null,           -- of the questionnaire
    language text not null,             -- in which it was answered
    gender text,                        -- girl, boy, non_binary; null: did not say, or was not asked
    age_class text,                     -- first, second, third; null likewise
    batch_id uuid not null,             -- drawn (v4); of those that were mixed together
    complete boolean not null,          -- at least 80 % of the scale items that were asked are answered
    set_aside boolean not null,         -- in no figure
    body text not null,                 -- item code → answer, as JSON; gender and age are not in it, nor are texts
    primary key (network_id, evaluation_id, unit_id, id)
) /*sqlite without rowid sqlite*/;

-- An answer in words, apart from the response it came with, and from the batch.
create table open_answer (
    network_id uuid not null references network (id),
    evaluation_id uuid not null,
    unit_id uuid not null,
    id uuid not null,                   -- drawn (v4) when it was mixed
    version_id uuid not null,
    item text not null,                 -- code
    text text not null,
    primary key (network_id, evaluation_id, unit_id, id)
) /*sqlite without rowid sqlite*/;
