-- The colour that pictures of a unit are made in.
create table unit_colour (
    network_id uuid not null,
    unit_id uuid not null,
    colour text not null,               -- #rrggbb, as it was chosen; pictures darken it where words need that
    primary key (network_id, unit_id),
    foreign key (network_id, unit_id) references unit (network_id, id)
);
