-- What is done with an evaluation, by whom and when.
create table evaluation_act (
    network_id uuid not null,
    evaluation_id uuid not null,
    id uuid not null,
    act text not null,                  -- prepared, changed, withdrawn, opened, closed, given, released
    by_person uuid references person (id), -- null: its day did it by itself
    at timestamptz not null,
    primary key (network_id, evaluation_id, act, id),
    foreign key (network_id, evaluation_id) references evaluation (network_id, id)
);

-- Acts of evaluations that there are: by whom, as far as it was put on record. An act's id is that of the row of the record, or
-- of the evaluation.
insert into evaluation_act (network_id, evaluation_id, id, act, by_person, at)
select e.network_id, e.id, e.id, 'prepared', e.made_by, e.made_at from evaluation e;
insert into evaluation_act (network_id, evaluation_id, id, act, by_person, at)
select e.network_id, e.id, a.id, 'opened', a.person_id, e.opened_at
from evaluation e join audit a on a.network_id = e.network_id and a.act = 'evaluate' and a.object = 'open ' || e.code
where e.opened_at is not null;
insert into evaluation_act (network_id, evaluation_id, id, act, by_person, at)
select e.network_id, e.id, e.id, 'opened', null, e.opened_at from evaluation e
where e.opened_at is not null and not exists (select 1 from evaluation_act a
    where a.network_id = e.network_id and a.evaluation_id = e.id and a.act = 'opened');
insert into evaluation_act (network_id, evaluation_id, id, act, by_person, at)
select e.network_id, e.id, a.id, 'closed', a.person_id, e.closed_at
from evaluation e join audit a on a.network_id = e.network_id and a.act = 'evaluate' and a.object = 'close ' || e.code
where e.closed_at is not null;
insert into evaluation_act (network_id, evaluation_id, id, act, by_person, at)
select e.network_id, e.id, e.id, 'closed', null, e.closed_at from evaluation e
where e.closed_at is not null and not exists (select 1 from evaluation_act a
    where a.network_id = e.network_id and a.evaluation_id = e.id and a.act = 'closed');
insert into evaluation_act (network_id, evaluation_id, id, act, by_person, at)
select e.network_id, e.id, a.id, 'released', a.person_id, e.released_at
from evaluation e join audit a on a.network_id = e.network_id and a.act = 'evaluate' and a.object = 'release ' || e.code
where e.released_at is not null;
insert into evaluation_act (network_id, evaluation_id, id, act, by_person, at)
select e.network_id, e.id, e.id, 'released', null, e.released_at from evaluation e
where e.released_at is not null and not exists (select 1 from evaluation_act a
    where a.network_id = e.network_id and a.evaluation_id = e.id and a.act = 'released');

-- When it was withdrawn: it was prepared, and nobody could answer it yet.
alter table evaluation add column withdrawn_at timestamptz;

-- Whether anything came at all, also where it still waits, or is not whole.
alter table evaluation_count add column begun boolean not null default false;
update evaluation_count set begun = true where complete > 0;

-- On which days more came to a unit in a minute than an address takes. Nothing of who sent it is known.
create table evaluation_flood (
    network_id uuid not null,
    evaluation_id uuid not null,
    unit_id uuid not null,
    on_day date not null,
    primary key (network_id, evaluation_id, unit_id, on_day),
    foreign key (network_id, evaluation_id) references evaluation (network_id, id)
);
