-- Which edition of a plan stands in public, or stood.
create table plan_publication (
    network_id uuid not null,
    id uuid not null,                   -- made by the page
    plan_id uuid not null,
    number bigint not null,             -- of the edition
    published_by uuid references person (id),
    published_at timestamptz not null,
    taken_back_by uuid references person (id),
    taken_back_at timestamptz,          -- another edition took its place, or none
    primary key (network_id, id),
    foreign key (network_id, plan_id, number) references plan_edition (network_id, plan_id, number)
);

create unique index plan_publication_public on plan_publication (network_id, plan_id) where taken_back_at is null;
