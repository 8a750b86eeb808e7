-- An invitation can be taken back before it is taken up.
alter table invitation add column withdrawn_at timestamptz;
alter table invitation add column withdrawn_by uuid references person (id);
create index invitation_by on invitation (network_id, invited_by, made_at);
