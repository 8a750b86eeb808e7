-- Grows with everything that changes what units are called, where they stand or whether they are open: what a process
-- remembers of them is true while this stands still.
alter table network add column units_seq bigint not null default 0;

-- Which units offer work of a kind.
create index activity_kind on activity (network_id, kind, unit_id);
