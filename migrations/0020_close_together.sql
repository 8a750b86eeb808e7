-- Rows that are found by their key alone lie in the key's own tree, on the engine that can: a save touches fewer pages. What
-- stands between these marks is for SQLite; to PostgreSQL it is a comment.
/*sqlite
create table close_gender (
    network_id uuid not null,
    entry_id uuid not null,
    part text not null,                 -- creator, participant, audience
    gender text not null,               -- girl, boy, non_binary, not_stated, unknown
    n bigint not null,
    primary key (network_id, entry_id, part, gender),
    foreign key (network_id, entry_id) references entry (network_id, id)
) without rowid;
insert into close_gender select network_id, entry_id, part, gender, n from entry_gender;
drop table entry_gender;
alter table close_gender rename to entry_gender;

create table close_age (
    network_id uuid not null,
    entry_id uuid not null,
    part text not null,
    age_band text not null,             -- code of the band, or 'unknown'
    n bigint not null,
    primary key (network_id, entry_id, part, age_band),
    foreign key (network_id, entry_id) references entry (network_id, id)
) without rowid;
insert into close_age select network_id, entry_id, part, age_band, n from entry_age;
drop table entry_age;
alter table close_age rename to entry_age;

create table close_term (
    network_id uuid not null,
    entry_id uuid not null,
    term_id uuid not null,              -- further tags and fields, beside the main ones
    primary key (network_id, entry_id, term_id),
    foreign key (network_id, entry_id) references entry (network_id, id),
    foreign key (network_id, term_id) references term (network_id, id)
) without rowid;
insert into close_term select network_id, entry_id, term_id from entry_term;
drop table entry_term;
alter table close_term rename to entry_term;
sqlite*/
