-- Pictures, videos and documents of tips. They lie sealed in the evidence folder; here stands what belongs to whom and
-- how far it came. A file belongs to a tip by the hash of the tip's client key, which exists before the tip does.
create table tip_files (
  id bigint generated always as identity primary key,
  owner_hash bytea not null,
  -- The phone's key for this file of this tip: one key, one file.
  key_hash bytea not null unique,
  state text not null default 'arriving' check (state in ('arriving', 'stored', 'refused')),
  -- As it arrives, and forgotten afterwards: the exact size of an original could be looked for on somebody's phone.
  size bigint,
  -- Bytes that lie in the folder: of the parts, or of what was kept.
  received bigint not null default 0,
  kind text check (kind in ('picture', 'video', 'document')),
  refusal text,
  -- In the folder; made up.
  name text,
  -- What lets parts in. Forgotten when the file is whole: proxies log addresses, and nothing may lead from there to a tip.
  token_hash bytea unique,
  token_until timestamptz(0),
  -- To the minute, as all about tips.
  begun_at timestamptz(0) not null,
  ended_at timestamptz(0),
  constraint tip_files_whole check (case state
    when 'arriving' then name is null and kind is null and refusal is null and ended_at is null
    when 'stored' then name is not null and kind is not null and refusal is null and ended_at is not null
      and size is null and token_hash is null and token_until is null
    else name is null and kind is null and refusal is not null and ended_at is not null
      and size is null and token_hash is null and token_until is null
  end)
);
create index tip_files_of on tip_files (owner_hash, id);
create index tip_files_by_begin on tip_files (begun_at) where state <> 'stored';

-- The bytes from `at_byte` on, sealed under `name`. The row comes after the file is on the disk.
create table tip_file_parts (
  file_id bigint not null references tip_files on delete cascade,
  at_byte bigint not null,
  name text not null,
  primary key (file_id, at_byte)
);

-- What is stored stays as it is, and goes only with its tip; what belongs to no tip may go.
create function refuse_tip_file_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.state = 'arriving' and new.id = old.id
      and new.owner_hash = old.owner_hash and new.key_hash = old.key_hash then
    return new;
  end if;
  if tg_op = 'DELETE' and (old.state <> 'stored' or not exists (
      select from tips t where t.client_key_hash = old.owner_hash
        and not exists (select from tip_removals r where r.tip_id = t.id))) then
    return old;
  end if;
  raise exception 'tip_files is append-only' using errcode = 'restrict_violation';
end $$;
create trigger tip_files_append_only before update or delete on tip_files
  for each row execute function refuse_tip_file_change();
