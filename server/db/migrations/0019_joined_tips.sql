-- What belongs together at the desk: an addition to a joined tip makes the tip wait that it was joined to, a request to see
-- a sender waits until it is decided, and a tip that was moved begins anew at the superior's.
alter table tip_states add column identity_asked boolean not null default false;
create index tip_states_asked on tip_states (queue, tip_id) where identity_asked;
create index tip_entries_joined on tip_entries (other_tip_id, tip_id) where kind = 'merged';

-- Joined at the unit's, a tip may still go to the superior alone, and be joined there anew.
drop index tip_entries_merges;
create view tip_joins as
  select m.tip_id, m.other_tip_id as into_id, m.id as entry_id
  from tip_entries m
  where m.kind = 'merged' and not exists (
    select from tip_entries e
    where e.tip_id = m.tip_id and e.id > m.id and e.kind = 'to-superior' and e.other_tip_id is null);

create function is_officers_step(kind text) returns boolean language sql immutable as
  $$ select kind in ('note', 'question', 'passed-on', 'answered', 'not-enough-information') $$;

-- What was said to a tip is said to all that are joined to it. A file that comes before an officer did anything belongs to
-- the tip as it was sent, and is no reason to wait.
create function sum_tip_entries(tips bigint[])
returns table (tip_id bigint, status text, waiting boolean, told boolean, merged boolean, moved boolean, asked boolean)
language sql stable as $$
  with own as (
    select e.tip_id,
      (array_agg(e.kind order by e.id desc)
         filter (where e.kind in ('passed-on', 'answered', 'not-enough-information', 'to-superior')))[1] as stands,
      coalesce(max(e.id) filter (where e.kind = 'addition'), 0) as said,
      coalesce(max(e.id) filter (where e.kind = 'file-added'), 0) as filed,
      coalesce(max(e.id) filter (where is_officers_step(e.kind)), 0) as acted,
      bool_or(e.kind in ('question', 'passed-on', 'answered', 'not-enough-information')) as told,
      bool_or(e.kind = 'to-superior') as moved,
      count(*) filter (where e.kind = 'identity-requested')
        > count(*) filter (where e.kind in ('identity-approved', 'identity-refused')) as asked
    from tip_entries e where e.tip_id = any(tips) group by e.tip_id
  ), joined as (
    select j.into_id, max(e.id) filter (where e.kind in ('addition', 'file-added')) as added,
      greatest(j.entry_id, max(e.id) filter (where is_officers_step(e.kind))) as acted
    from tip_joins j join tip_entries e on e.tip_id = j.tip_id
    where j.into_id = any(tips) group by j.into_id, j.entry_id
  )
  select t.id,
    case when own.stands is null or own.stands = 'to-superior' then 'received' else own.stands end,
    coalesce(own.said > own.acted or (own.acted > 0 and own.filed > own.acted), false)
      or exists (select from joined j where j.into_id = t.id and j.added > greatest(j.acted, own.acted)),
    coalesce(own.told, false), exists (select from tip_joins j where j.tip_id = t.id),
    coalesce(own.moved, false), coalesce(own.asked, false)
  from unnest(tips) t (id) left join own on own.tip_id = t.id
$$;

create or replace function fold_tip_entries() returns trigger language plpgsql as $$
declare
  changed bigint[] := array(select distinct f.tip_id from fresh f);
  concerned bigint[];
begin
  -- First in line, then a look at the entries: of two at once, the second sees the first. A joined tip comes before the
  -- one that it was joined to, here as when they are joined.
  perform from tip_states where tip_id = any(changed) order by tip_id for update;
  concerned := changed || array(select distinct j.into_id from tip_joins j
    where j.tip_id = any(changed) and not j.into_id = any(changed));
  perform from tip_states where tip_id = any(concerned) order by tip_id for update;
  update tip_states s set
    queue = case when f.moved then 'superior' else s.queue end, status = f.status, waiting = f.waiting,
    told = f.told, merged = f.merged, identity_asked = f.asked
  from sum_tip_entries(concerned) f where f.tip_id = s.tip_id;
  return null;
end $$;

update tip_states s set status = f.status, waiting = f.waiting, told = f.told, merged = f.merged, identity_asked = f.asked
from sum_tip_entries(array(select distinct tip_id from tip_entries)) f where f.tip_id = s.tip_id;
