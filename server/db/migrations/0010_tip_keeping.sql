-- Keys that seal, each wrapped with one of the operator's secrets; `root` is the one from which others are derived.
create table data_keys (
  id integer generated always as identity primary key,
  vault text not null check (vault in ('content', 'identity')),
  name text not null,
  wrapped bytea not null,
  unique (vault, name)
);

alter table tips
  -- Set when it came in a wave of messages that resemble each other, or of more than anybody writes.
  add column wave text;
create index tips_of_wave on tips (wave, id) where wave is not null;

alter table tip_entries
  -- The account at the desk. Null for what the sender added.
  add column officer_id bigint,
  -- The identity request that a decision or an opening belongs to.
  add column request_id bigint references tip_entries,
  -- The tip that this one repeats; it may be removed before this one.
  add column other_tip_id bigint;
-- One decision a request.
create unique index tip_entries_decisions on tip_entries (request_id)
  where kind in ('identity-approved', 'identity-refused');
create unique index tip_entries_merges on tip_entries (tip_id) where kind = 'merged';

-- That a tip was removed at the end of its time, and by which rule: no content, and never changed itself.
create table tip_removals (
  tip_id bigint primary key,
  rule text not null,
  removed_at timestamptz(0) not null
);
create trigger tip_removals_append_only before update or delete on tip_removals
  for each row execute function refuse_change();

-- Rows of a tip go only together with the note of its removal, in the same transaction.
create function refuse_tip_change() returns trigger language plpgsql as $$
declare
  tip bigint := case tg_table_name when 'tips' then (to_jsonb(old) ->> 'id')::bigint
                                   else (to_jsonb(old) ->> 'tip_id')::bigint end;
begin
  if tg_op = 'DELETE' and exists (select from tip_removals where tip_id = tip) then
    return old;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
drop trigger tips_append_only on tips;
drop trigger tip_entries_append_only on tip_entries;
create trigger tips_append_only before update or delete on tips
  for each row execute function refuse_tip_change();
create trigger tip_entries_append_only before update or delete on tip_entries
  for each row execute function refuse_tip_change();
create trigger tip_contacts_append_only before update or delete on tip_contacts
  for each row execute function refuse_tip_change();
