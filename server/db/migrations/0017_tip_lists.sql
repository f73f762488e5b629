-- What the entries of a tip add up to, with what the desk's lists are narrowed by: an index then leads to just the tips
-- of a page. Never written by a program: tips and entries are the truth, this is their sum.
create table tip_states (
  tip_id bigint primary key references tips on delete cascade,
  -- Where it stands now; a tip may have been moved to the superior.
  queue text not null,
  station text,
  category text not null,
  happening_now boolean not null,
  wave text,
  status text not null default 'received',
  -- The sender wrote last.
  waiting boolean not null default false,
  -- The sender has been told anything at all.
  told boolean not null default false,
  merged boolean not null default false
);
create index tip_states_inbox on tip_states (queue, status, tip_id) where not merged and wave is null;
create index tip_states_by_station on tip_states (queue, station, status, tip_id) where not merged and wave is null;
create index tip_states_by_category on tip_states (queue, category, tip_id) where not merged and wave is null;
create index tip_states_waiting on tip_states (queue, tip_id) where waiting and not merged and wave is null;
create index tip_states_now on tip_states (queue, tip_id) where happening_now and not merged and wave is null;
create index tip_states_of_wave on tip_states (queue, wave, tip_id) where wave is not null;

create function open_tip_states() returns trigger language plpgsql as $$
begin
  insert into tip_states (tip_id, queue, station, category, happening_now, wave)
    select id, channel, station, category, happening_now, wave from fresh;
  return null;
end $$;
create trigger tips_open_states after insert on tips referencing new table as fresh
  for each statement execute function open_tip_states();

create function fold_tip_entries() returns trigger language plpgsql as $$
begin
  -- First in line, then a look at the entries: of two at once, the second sees the first.
  perform from tip_states where tip_id in (select tip_id from fresh) order by tip_id for update;
  update tip_states s set
    queue = case when f.moved then 'superior' else s.queue end,
    status = coalesce(f.status, 'received'), waiting = f.waiting, told = f.told, merged = f.merged
  from (
    select e.tip_id,
      (array_agg(e.kind order by e.id desc)
         filter (where e.kind in ('passed-on', 'answered', 'not-enough-information')))[1] as status,
      coalesce(max(e.id) filter (where e.kind = 'addition'), 0)
        > coalesce(max(e.id) filter (where e.kind in ('note', 'question', 'passed-on', 'answered', 'not-enough-information')), 0) as waiting,
      bool_or(e.kind in ('question', 'passed-on', 'answered', 'not-enough-information')) as told,
      bool_or(e.kind = 'merged') as merged,
      bool_or(e.kind = 'to-superior') as moved
    from tip_entries e where e.tip_id in (select tip_id from fresh) group by e.tip_id
  ) f where f.tip_id = s.tip_id;
  return null;
end $$;
create trigger tip_entries_fold after insert on tip_entries referencing new table as fresh
  for each statement execute function fold_tip_entries();

insert into tip_states (tip_id, queue, station, category, happening_now, wave, status, waiting, told, merged)
  select t.id, case when f.moved then 'superior' else t.channel end, t.station, t.category, t.happening_now, t.wave,
         coalesce(f.status, 'received'), coalesce(f.waiting, false), coalesce(f.told, false), coalesce(f.merged, false)
  from tips t left join (
    select e.tip_id,
      (array_agg(e.kind order by e.id desc)
         filter (where e.kind in ('passed-on', 'answered', 'not-enough-information')))[1] as status,
      coalesce(max(e.id) filter (where e.kind = 'addition'), 0)
        > coalesce(max(e.id) filter (where e.kind in ('note', 'question', 'passed-on', 'answered', 'not-enough-information')), 0) as waiting,
      bool_or(e.kind in ('question', 'passed-on', 'answered', 'not-enough-information')) as told,
      bool_or(e.kind = 'merged') as merged,
      bool_or(e.kind = 'to-superior') as moved
    from tip_entries e group by e.tip_id
  ) f on f.tip_id = t.id;
