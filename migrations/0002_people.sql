-- People are global; what they may is a role on a unit of a network.
create table person (
    id uuid not null primary key,
    mail text not null unique,          -- folded
    name text not null,
    language text not null,
    password_hash text,
    disabled_at timestamptz,
    made_at timestamptz not null
);

create table role (
    network_id uuid not null,
    id uuid not null,
    person_id uuid not null references person (id),
    unit_id uuid not null,
    kind text not null,                 -- viewer, worker, mentor, coordinator
    from_on date not null,
    until_on date,                      -- first day it no longer holds
    granted_by uuid references person (id),
    primary key (network_id, id),
    foreign key (network_id, unit_id) references unit (network_id, id)
);
create index role_person on role (person_id);
create index role_unit on role (network_id, unit_id);

create table invitation (
    network_id uuid not null,
    id uuid not null,
    mail text not null,
    role_kind text not null,
    unit_id uuid not null,
    token_hash bytea not null unique,
    invited_by uuid references person (id),
    made_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    primary key (network_id, id),
    foreign key (network_id, unit_id) references unit (network_id, id)
);

-- A link to a new password: works once, for a day.
create table password_reset (
    id uuid not null primary key,
    person_id uuid not null references person (id),
    token_hash bytea not null unique,
    asked_by uuid references person (id),
    made_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index password_reset_person on password_reset (person_id);

create table session (
    token_hash bytea not null primary key,
    person_id uuid not null references person (id),
    created_at timestamptz not null,
    seen_on date not null,
    expires_at timestamptz not null
);
create index session_person on session (person_id);

-- Failed sign-ins per account and per address, both only as hashes.
create table sign_in_failure (
    key_hash bytea not null primary key,
    failures bigint not null,
    last_at timestamptz not null
);

create table outbox_mail (
    id uuid not null primary key,
    recipient text not null,
    subject text not null,
    body text not null,
    due_at timestamptz not null,        -- also until when the process that is sending it has it for itself
    sent_at timestamptz,
    tries bigint not null,
    refused text
);

create table audit (
    id uuid not null primary key,
    at timestamptz not null,
    person_id uuid,
    act text not null,
    object text not null,
    network_id uuid,
    unit_id uuid
);
create index audit_unit on audit (network_id, unit_id, at);
