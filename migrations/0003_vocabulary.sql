-- Words a network counts with. A term is never deleted or given another meaning.
create table term (
    network_id uuid not null references network (id),
    id uuid not null,
    vocabulary text not null,           -- tag, field, reason
    code text not null,
    label text not null,                -- language map
    position bigint not null,
    retired_on date,
    replaced_by uuid,
    primary key (network_id, id),
    unique (network_id, vocabulary, code)
);

create table age_band_set (
    network_id uuid not null references network (id),
    id uuid not null,
    valid_from date not null,
    primary key (network_id, id),
    unique (network_id, valid_from)
);

create table age_band (
    network_id uuid not null,
    id uuid not null,
    set_id uuid not null,
    code text not null,
    min_age bigint not null,
    max_age bigint,                     -- last age inside; open above where null
    primary key (network_id, id),
    unique (network_id, set_id, code),
    foreign key (network_id, set_id) references age_band_set (network_id, id)
);

create table project (
    network_id uuid not null,
    id uuid not null,
    code text not null,
    name text not null,                 -- language map
    from_on date not null,
    until_on date,
    programme text,
    owner_unit_id uuid not null,
    primary key (network_id, id),
    unique (network_id, code),
    foreign key (network_id, owner_unit_id) references unit (network_id, id)
);
