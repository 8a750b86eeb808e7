-- Months and years that are closed: what units recorded there may no longer change. One that was reopened stays as history.
create table period_lock (
    network_id uuid not null,
    id uuid not null,                   -- made by the page
    unit_id uuid not null,              -- holds for what stood at or below it on the entry's day
    from_on date not null,              -- first day of a calendar month or year
    until_on date not null,             -- first day after it
    closed_by uuid not null references person (id),
    closed_at timestamptz not null,
    closed_seq bigint not null,         -- the network's last change then
    reopened_by uuid references person (id),
    reopened_at timestamptz,
    reason text,                        -- why it was reopened
    primary key (network_id, id),
    foreign key (network_id, unit_id) references unit (network_id, id)
);
-- Every save asks what is closed on its days; of days that are still running it finds nothing at once.
create index period_lock_days on period_lock (network_id, until_on, from_on);
-- Closed is closed once.
create unique index period_lock_standing on period_lock (network_id, unit_id, from_on, until_on) where reopened_at is null;

-- What was written into a period after it was reopened, or out of it.
create table period_change (
    network_id uuid not null,
    lock_id uuid not null,
    entry_id uuid not null,
    version bigint not null,
    primary key (network_id, lock_id, entry_id, version),
    foreign key (network_id, lock_id) references period_lock (network_id, id),
    foreign key (network_id, entry_id) references entry (network_id, id)
);
