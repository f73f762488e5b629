-- Where a file is kept; '' until somebody says: then only officers of the whole unit see it.
alter table applications add column station text not null default '';

alter table application_steps
  -- Why the promised date was moved, or is missed; for the citizen's eyes.
  add column reason text,
  add column source text not null default 'import' check (source in ('officer', 'import', 'demo')),
  -- Who wrote it, or started the import.
  add column officer_id bigint references officers,
  add constraint application_steps_author check (source <> 'officer' or officer_id is not null);

-- What the steps add up to, kept for lists. Never written by a program: steps are the truth, this is their sum.
-- "Overdue" is not in here: it depends on the day.
create table application_states (
  application_id bigint primary key references applications on delete cascade,
  status text not null,
  changed_at timestamptz(3) not null,
  promised_on date
);
create index application_states_by_status on application_states (status, application_id);
create index application_states_by_promise on application_states (promised_on, application_id)
  where status not in ('ready', 'mailed', 'delivered', 'rejected');

create function fold_steps() returns trigger language plpgsql as $$
begin
  insert into application_states as state (application_id, status, changed_at, promised_on)
    select application_id, (array_agg(status order by id desc))[1], (array_agg(at order by id desc))[1],
           (array_agg(promised_on order by id desc) filter (where promised_on is not null))[1]
    from fresh group by application_id order by application_id
    on conflict (application_id) do update set
      status = excluded.status, changed_at = excluded.changed_at,
      promised_on = coalesce(excluded.promised_on, state.promised_on);
  return null;
end $$;
create trigger application_steps_fold after insert on application_steps referencing new table as fresh
  for each statement execute function fold_steps();

insert into application_states (application_id, status, changed_at, promised_on)
  select application_id, (array_agg(status order by id desc))[1], (array_agg(at order by id desc))[1],
         (array_agg(promised_on order by id desc) filter (where promised_on is not null))[1]
  from application_steps group by application_id;

-- "Why is it late?": asked by a citizen, answered by a step that gives a reason or ends the wait.
create table late_questions (
  id bigint generated always as identity primary key,
  application_id bigint not null references applications on delete cascade,
  asked_at timestamptz(3) not null,
  -- By when an answer is due, in working days; null while the calendar of those days is not announced.
  due_on date,
  answered_by bigint references application_steps
);
-- One question at a time: asking again changes nothing.
create unique index late_questions_open on late_questions (application_id) where answered_by is null;
create index late_questions_of on late_questions (application_id, id);
