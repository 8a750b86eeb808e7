-- Answers that each class of a split must have.
alter table evaluation add column split_least bigint not null default 15;
-- False: of an occasion, such as a training or a project, and about some units only. Only years are compared.
alter table evaluation add column yearly boolean not null default true;
-- Codes of the languages it is offered in, with commas between them; empty: all that a questionnaire has.
alter table evaluation add column languages text not null default '';

-- The units that an occasion is about.
create table evaluation_unit (
    network_id uuid not null,
    evaluation_id uuid not null,
    unit_id uuid not null,
    primary key (network_id, evaluation_id, unit_id),
    foreign key (network_id, evaluation_id) references evaluation (network_id, id),
    foreign key (network_id, unit_id) references unit (network_id, id)
);
