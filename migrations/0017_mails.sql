-- Whoever invites sees what came of the mail: which one carries the link, and why its last try failed.
alter table invitation add column mail_id uuid;   -- none where the link is passed on by hand
alter table outbox_mail add column trouble text;  -- a code of ours; what the mail server said stands in `refused`
