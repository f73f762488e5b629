create table articles (
  id bigint generated always as identity primary key,
  slug text not null unique,
  category text not null,
  title text not null,
  summary text not null,
  body jsonb not null,
  cover jsonb,
  published_at timestamptz(3) not null,
  updated_at timestamptz(3),
  demo boolean not null default false
);
create index articles_feed on articles (published_at desc, id desc);
create index articles_category_feed on articles (category, published_at desc, id desc);

create table applications (
  id bigint generated always as identity primary key,
  code text not null unique,
  -- Keyed hash of the code and the factor: the factor itself is never stored.
  factor_hash bytea not null,
  procedure text not null,
  guide_slug text,
  pick_up_place text,
  demo boolean not null default false
);

create table application_steps (
  id bigint generated always as identity primary key,
  application_id bigint not null references applications,
  status text not null,
  at timestamptz(3) not null,
  note text,
  promised_on date
);
create index application_steps_of on application_steps (application_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger application_steps_append_only before update or delete on application_steps
  for each row execute function refuse_change();

-- Failed look-ups per caller and per code; subjects are keyed hashes, never an address or a code.
create table lookup_limits (
  subject text primary key,
  failures integer not null,
  counting_until timestamptz not null,
  blocked_until timestamptz
);

create table tips (
  id bigint generated always as identity primary key,
  public_code text not null unique,
  secret_hash bytea not null,
  client_key_hash bytea not null unique,
  -- Tells a retry from another tip under the same key; keyed, so it reveals nothing of the text.
  draft_hash bytea not null,
  category text not null,
  sealed_content bytea not null,
  -- To the minute: finer times could be laid beside other records.
  received_at timestamptz(0) not null
);
create index tips_by_time on tips (received_at, id);

-- Apart from the tip and sealed with the identity key.
create table tip_contacts (
  tip_id bigint primary key references tips,
  sealed_contact bytea not null
);

create table sessions (
  token_hash bytea primary key,
  zalo_user_id text not null,
  expires_at timestamptz not null
);
create index sessions_by_expiry on sessions (expires_at);
