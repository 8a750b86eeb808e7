-- Whoever put a support visit down can correct it.
alter table support_visit add column version bigint not null default 1;
alter table support_visit add column corrected_at timestamptz;

-- Answers to findings and support visits whose words were removed that night.
alter table retention_run add column watch_removed bigint not null default 0;
