-- Every page of figures asks which units talk with one young person at a time: few of very many activities.
create index activity_one_to_one on activity (network_id, unit_id) where kind = 'one_to_one';
