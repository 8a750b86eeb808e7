-- What members of a network say of a plan before it is adopted, or after, and what is answered.
create table plan_comment (
    network_id uuid not null,
    id uuid not null,                   -- made by the page
    plan_id uuid not null,
    code text not null,                 -- of the part; empty: the plan as a whole
    version bigint not null,            -- that was read, in plan_earlier
    words text not null,                -- empty where it was taken back
    said_by uuid not null references person (id),
    said_at timestamptz not null,
    taken_back_at timestamptz,
    answer text not null,
    answered_by uuid references person (id),
    answered_at timestamptz,
    taken_up boolean not null,          -- the plan was changed because of it
    answer_version bigint not null,     -- 0: none yet
    primary key (network_id, id),
    foreign key (network_id, plan_id) references plan (network_id, id)
);

create index plan_comment_plan on plan_comment (network_id, plan_id);
