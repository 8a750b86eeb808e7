-- What a body was called before it was renamed: what names it so still means it.
create table body_former (
    network_id uuid not null,
    body_id uuid not null,
    version bigint not null,            -- the last one of the body that was called so
    name text not null,                 -- language map
    primary key (network_id, body_id, version),
    foreign key (network_id, body_id) references body (network_id, id)
);
