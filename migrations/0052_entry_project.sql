-- Figures of a project are counted from its entries, whichever units take part.
create index entry_project on entry (network_id, project_id, local_date) where project_id is not null;
