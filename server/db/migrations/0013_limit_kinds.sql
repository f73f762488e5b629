-- What a limit is about, so that officers can see how many are blocked: never who. Null: counted before this was kept,
-- and forgotten within a day.
alter table lookup_limits add column kind text check (kind in ('code', 'user', 'address'));
