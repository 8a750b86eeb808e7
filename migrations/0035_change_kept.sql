-- Steps that are saved while somebody types, and the end of words about them.

-- What a page saved by itself. Removed a day after something newer stands, for nobody meant to keep it.
alter table change_step add column passing boolean not null default false;
-- Its words were removed when their years were over.
alter table change_step add column forgotten boolean not null default false;

-- Steps whose words a run has removed.
alter table retention_run add column change_removed bigint not null default 0;
