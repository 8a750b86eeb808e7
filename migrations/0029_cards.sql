-- Whether an answer needs a code from a card.
alter table evaluation_place add column code_only boolean not null default false;

-- That the mentors of a unit about which nobody has answered were reminded of it, once for each of the two occasions.
create table evaluation_reminder (
    network_id uuid not null,
    evaluation_id uuid not null,
    unit_id uuid not null,
    occasion text not null,             -- second_week, end
    sent_on date not null,
    primary key (network_id, evaluation_id, unit_id, occasion),
    foreign key (network_id, evaluation_id) references evaluation (network_id, id),
    foreign key (network_id, unit_id) references unit (network_id, id)
);
