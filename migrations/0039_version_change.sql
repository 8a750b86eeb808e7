-- The change of the network that brought a version of an entry: which one stood at any change. Null: it is older than every
-- report, so whatever a report asks of it, it stood already.
alter table entry_version add column change_seq bigint;
