-- Which file a closed code belongs to, so that officers can see and lift it; null for a code that does not exist.
-- Without a foreign key: checking it would make known codes slower than unknown ones.
alter table lookup_limits add column application_id bigint;
create index lookup_limits_of on lookup_limits (application_id) where application_id is not null;
