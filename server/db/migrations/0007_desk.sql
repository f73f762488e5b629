create table officers (
  id bigint generated always as identity primary key,
  login text not null unique,
  name text not null,
  passphrase_hash text not null,
  active boolean not null default true,
  -- Invented; may sign in only where there is a demonstration.
  demo boolean not null default false
);

create table officer_grants (
  officer_id bigint not null references officers,
  -- A station's id in content/, or '*' for the whole unit.
  station text not null,
  role text not null,
  primary key (officer_id, station, role)
);

create table officer_sessions (
  token_hash bytea primary key,
  officer_id bigint not null references officers,
  seen_at timestamptz(3) not null,
  expires_at timestamptz(3) not null
);
create index officer_sessions_of on officer_sessions (officer_id);
create index officer_sessions_by_expiry on officer_sessions (expires_at);

-- Tries to sign in per account, address and known browser; subjects are keyed hashes.
create table sign_in_limits (
  subject text primary key,
  failures integer not null,
  blocked_until timestamptz,
  forget_at timestamptz not null
);

-- Who did or saw what. No facts about citizens: records are named by kind and number only.
create table audit_entries (
  id bigint generated always as identity primary key,
  at timestamptz(3) not null,
  -- Null for the operator at the command line, and for a stranger who tried to sign in.
  officer_id bigint references officers,
  action text not null,
  records text[] not null default '{}',
  station text,
  request_id text
);
create index audit_entries_of on audit_entries (officer_id, id);
create index audit_entries_about on audit_entries using gin (records);
create trigger audit_entries_append_only before update or delete on audit_entries
  for each row execute function refuse_change();
