-- Pages for everybody: what of a unit stands in public, and what is being prepared for it.

-- What is to stand there, as it is being prepared. Nothing of it is public by itself.
create table public_draft (
    network_id uuid not null,
    unit_id uuid not null,
    blocks text not null,               -- codes with commas between them: live, activities, people, time, voices, said
    intro text not null,                -- language map
    contact text not null,
    version bigint not null,            -- 1, 2, 3 …
    saved_by uuid not null references person (id),
    saved_at timestamptz not null,
    primary key (network_id, unit_id),
    foreign key (network_id, unit_id) references unit (network_id, id)
);

-- What stands there, and what stood there before. The figures are not in here: they are those of the day.
create table public_page (
    network_id uuid not null,
    id uuid not null,                   -- made by the page
    unit_id uuid not null,
    blocks text not null,
    intro text not null,
    contact text not null,
    since timestamptz not null,         -- since when these very blocks are public without a break
    published_by uuid not null references person (id),
    published_at timestamptz not null,
    taken_back_by uuid references person (id),
    taken_back_at timestamptz,          -- also when another one takes its place
    primary key (network_id, id),
    foreign key (network_id, unit_id) references unit (network_id, id)
);

create unique index public_page_stands on public_page (network_id, unit_id) where taken_back_at is null;
