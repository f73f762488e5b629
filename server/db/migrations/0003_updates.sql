-- Who asked to be told about an application. A person is a keyed hash of a Zalo id; where to write to is sealed.
create table update_subscriptions (
  id bigint generated always as identity primary key,
  application_id bigint not null references applications on delete cascade,
  person bytea not null,
  -- The same person as the Official Account knows him: its webhook speaks of nobody else.
  oa_person bytea,
  sealed_receiver bytea,
  -- Which words were agreed to, and when: kept after the end as the record of consent.
  consent text not null,
  consented_at timestamptz(3) not null,
  ended_at timestamptz(3),
  ended_by text,
  constraint update_subscriptions_end_forgets check ((ended_at is null) = (sealed_receiver is not null))
);
create unique index update_subscriptions_once on update_subscriptions (application_id, person) where ended_at is null;
create index update_subscriptions_of on update_subscriptions (person) where ended_at is null;
create index update_subscriptions_of_oa on update_subscriptions (oa_person) where ended_at is null;

-- One message on its way to one person, from the first try to the end of all doubt.
create table update_messages (
  id bigint generated always as identity primary key,
  tracking_id text not null unique,
  person bytea not null,
  state text not null default 'open' check (state in ('open', 'sent', 'refused', 'unconfirmed', 'dropped')),
  -- A request may have been made whose answer is not known: look it up before another one is made.
  in_doubt boolean not null default false,
  attempts integer not null default 0,
  checks integer not null default 0,
  opened_at timestamptz(3) not null,
  -- The next worker may take it from here on: the end of somebody's turn, or of a wait.
  next_at timestamptz(3) not null,
  settled_at timestamptz(3),
  delivered_at timestamptz(3)
);
-- Nobody is written to while an earlier message to him is still in doubt.
create unique index update_messages_one_open on update_messages (person) where state = 'open';
create index update_messages_next on update_messages (next_at, id) where state = 'open';
create index update_messages_by_end on update_messages (settled_at) where state <> 'open';

-- The outbox: one row for each step that somebody wants to hear of.
create table update_changes (
  id bigint generated always as identity primary key,
  subscription_id bigint not null references update_subscriptions on delete cascade,
  step_id bigint not null references application_steps on delete cascade,
  made_at timestamptz(3) not null default now(),
  message_id bigint references update_messages on delete cascade,
  -- Why it will not be told after all.
  dropped text,
  constraint update_changes_once unique (subscription_id, step_id)
);
create index update_changes_waiting on update_changes (made_at, id) where message_id is null and dropped is null;
create index update_changes_in on update_changes (message_id);

-- A step and its outbox rows are one transaction because the database writes them: no way of appending steps, by
-- desk, import or hand, can forget it.
create function queue_updates() returns trigger language plpgsql as $$
begin
  insert into update_changes (subscription_id, step_id)
    select s.id, fresh.id
    from fresh join update_subscriptions s on s.application_id = fresh.application_id
    where s.ended_at is null
    order by s.id, fresh.id;
  return null;
end $$;
create trigger application_steps_queue_updates after insert on application_steps referencing new table as fresh
  for each statement execute function queue_updates();

-- How sending goes as a whole: one row, shared by all processes.
create table update_delivery (
  single boolean primary key default true check (single),
  paused_until timestamptz(3),
  pause_reason text,
  failures integer not null default 0
);

-- The tokens of the Official Account. A refresh token works once: one row, one process at a time.
create table oa_connection (
  single boolean primary key default true check (single),
  -- Of the token that an administrator gave: another one starts the connection anew.
  seed_hash bytea not null,
  sealed_refresh bytea not null,
  sealed_access bytea,
  access_expires_at timestamptz(3),
  rotated_at timestamptz(3),
  rotating_until timestamptz(3),
  -- The refresh token was handed in and the answer never stored: it may be used up.
  in_doubt boolean not null default false,
  refused_at timestamptz(3)
);
