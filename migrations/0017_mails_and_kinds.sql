-- Whoever invites sees what came of the mail: which one carries the link, and why its last try failed.
alter table invitation add column mail_id uuid;   -- none where the link is passed on by hand
alter table outbox_mail add column trouble text;  -- a code of ours; what the mail server said stands in `refused`
-- Kinds of units are a network's own words: added, reworded, retired, never deleted.
alter table unit_kind add column retired_on date; -- from this day on it is no longer offered
alter table unit_kind add column form_id uuid;    -- the form that added it; sent twice, it adds one
