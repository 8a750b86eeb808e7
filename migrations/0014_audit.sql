-- The record of acts is read newest first; ids are in the order of time.
create index audit_network on audit (network_id, id);
