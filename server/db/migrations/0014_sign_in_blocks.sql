-- What a limit of signing in is about, so that the desk can see that somebody is guessing. Null: counted before this
-- was kept, and forgotten within a day.
alter table sign_in_limits add column kind text check (kind in ('account', 'browser', 'address'));
-- Whose account, where there is one with such a login: what was typed is stored nowhere. Without a foreign key, as for
-- codes: an unknown login must not be the quicker one.
alter table sign_in_limits add column officer_id bigint;
