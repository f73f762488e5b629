-- Beside the state, what the desk's lists are narrowed by: an index then leads to just the files of a page. Written by
-- triggers only, as the state itself.
alter table application_states
  add column station text not null default '',
  add column demo boolean not null default false;
update application_states s set station = a.station, demo = a.demo
  from applications a where a.id = s.application_id and (a.station <> '' or a.demo);
alter table application_states alter column station drop default, alter column demo drop default;

create or replace function fold_steps() returns trigger language plpgsql as $$
begin
  insert into application_states as state (application_id, status, changed_at, promised_on, station, demo)
    select folded.*, a.station, a.demo
    from (
      select application_id, (array_agg(status order by id desc))[1], (array_agg(at order by id desc))[1],
             (array_agg(promised_on order by id desc) filter (where promised_on is not null))[1]
      from fresh group by application_id
    ) folded join applications a on a.id = folded.application_id
    order by folded.application_id
    on conflict (application_id) do update set
      status = excluded.status, changed_at = excluded.changed_at,
      promised_on = coalesce(excluded.promised_on, state.promised_on);
  return null;
end $$;

create function follow_station() returns trigger language plpgsql as $$
begin
  update application_states set station = new.station, demo = new.demo where application_id = new.id;
  return null;
end $$;
create trigger applications_follow_station after update of station, demo on applications for each row
  when (old.station is distinct from new.station or old.demo is distinct from new.demo)
  execute function follow_station();

create index application_states_by_station on application_states (station, status, application_id);
create index late_questions_waiting on late_questions (id) where answered_by is null;
create index lookup_limits_blocked on lookup_limits (blocked_until, application_id) where blocked_until is not null;
