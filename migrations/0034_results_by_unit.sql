-- What a unit was asked in which evaluation.
create index result_table_unit on result_table (network_id, unit_id, evaluation_id, edition, version_id);
create index result_withheld_unit on result_withheld (network_id, unit_id, evaluation_id, edition, version_id);
