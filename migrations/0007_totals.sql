-- What the days and months of each unit come to, kept in the transaction that writes an entry. Where a unit stands in the
-- tree is joined when a figure is asked for, so a move touches nothing here.
create table total (
    network_id uuid not null,
    span text not null,                 -- day, month
    from_on date not null,              -- the day, or the first of the month
    unit_id uuid not null,
    body bytea not null,                -- integers only, see `src/totals/sheet.rs`
    change_seq bigint not null,
    primary key (network_id, span, from_on, unit_id),
    foreign key (network_id, unit_id) references unit (network_id, id)
);
create index total_change on total (network_id, change_seq);

-- How the network's totals are written down; 0 where they are still to be counted, as in networks from before.
alter table network add column totals_format bigint not null default 1;
update network set totals_format = 0;

-- Changes of entries are found by their totals now.
drop index entry_change;
