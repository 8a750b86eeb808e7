-- Backups that the program made while an evaluation took answers. They hold answers that waited, sealed; still they have to
-- be gone thirty days after it closed, and each day it is looked whether they are.
create table evaluation_copy (
    network_id uuid not null,
    evaluation_id uuid not null,
    id uuid not null,
    path text not null,                 -- where the file was put
    machine text not null,              -- the name of the machine that has it
    made_at timestamptz not null,
    gone_at timestamptz,                -- when it was seen to be gone, or somebody said so
    warned_at timestamptz,              -- when it was written that it is still there
    primary key (network_id, evaluation_id, id),
    foreign key (network_id, evaluation_id) references evaluation (network_id, id)
);
