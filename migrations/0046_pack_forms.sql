-- Forms that a network made itself. A version is never changed; the latest is the one that is filled in.
create table pack_form (
    network_id uuid not null,
    code text not null,
    version bigint not null,
    body text not null,                 -- the file, as it was brought in
    made_at timestamptz not null,
    primary key (network_id, code, version),
    foreign key (network_id) references network (id)
);
