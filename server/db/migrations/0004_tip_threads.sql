alter table tips
  -- `superior`: about an officer or the unit. The unit's own inbox never sees it.
  add column channel text not null default 'unit' check (channel in ('unit', 'superior')),
  add column station text,
  add column happening_now boolean not null default false;
alter table tips alter column channel drop default;
alter table tips alter column happening_now drop default;

-- What happened with a tip after it was sent, by the sender or by the police. The status follows from it.
create table tip_entries (
  id bigint generated always as identity primary key,
  tip_id bigint not null references tips,
  kind text not null,
  -- To the minute, as the tip itself.
  at timestamptz(0) not null,
  sealed_text bytea,
  -- Only of the sender's additions: tell a retry from another text under the same key.
  client_key_hash bytea unique,
  text_hash bytea
);
create index tip_entries_of on tip_entries (tip_id, id);
create trigger tips_append_only before update or delete on tips
  for each row execute function refuse_change();
create trigger tip_entries_append_only before update or delete on tip_entries
  for each row execute function refuse_change();
