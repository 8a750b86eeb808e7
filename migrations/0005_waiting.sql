-- Few rows of many: what waits for a decision, and the days of a series.
create index entry_version_proposed on entry_version (network_id, entry_id) where state = 'proposed';
create index entry_series on entry (network_id, series_id) where series_id is not null;
