-- Up Migration
-- A visit whose students are all forgotten is for nobody, where one without rows in visit_students is for everybody of
-- its pairing. The trail’s check sees that the end of its chain was taken away, retention leaves no hole where two acts
-- of one moment were written in the other order than they began, and what an organization settles is in the trail.

alter table visits add column student_gone boolean not null default false;

create or replace function trail_breaks() returns setof bigint language sql stable as $$
  with entries as (
    select t.number, t.hash, t.previous,
      trail_hash(t.previous, t.organization_id, t.number, t.at, t.actor_id, t.act, t.what, t.about, t.change) as sum,
      lag(t.number) over chain as number_before, lag(t.hash) over chain as hash_before
    from trail t where t.organization_id = current_organization() window chain as (order by t.number)
  ), head as (select h.oldest, h.number, h.hash from trail_heads h where h.organization_id = current_organization())
  select e.number from entries e, head
    where e.hash <> e.sum
    or case when e.number_before is null then e.number <> head.oldest
      else e.number <> e.number_before + 1 or e.previous <> e.hash_before end
  union
  select head.number from head
    where head.number >= head.oldest
    and not exists (select from entries e where e.number = head.number and e.hash = head.hash)
  union
  select max(e.number) from entries e where not exists (select from head) having count(*) > 0
  order by 1
$$;

-- An entry gets its moment before its number, so the oldest are told by number, up to the first that is young.
create or replace function forget_trail_before(day timestamptz) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here uuid := current_organization();
  gone bigint;
begin
  delete from trail t where t.organization_id = here and t.number < coalesce(
    (select min(k.number) from trail k where k.organization_id = here and k.at >= least(day, now() - interval '1 year')),
    (select h.number + 1 from trail_heads h where h.organization_id = here));
  get diagnostics gone = row_count;
  update trail_heads h set oldest = coalesce(
    (select min(t.number) from trail t where t.organization_id = here), h.number + 1) where h.organization_id = here;
  return gone;
end $$;

-- What an organization settles for all its people (how long minutes may be made up, notes for home) is somebody's
-- decision too. Its rows are known by `id`.
create or replace function keep_trail() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  now_is jsonb := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  was jsonb := case tg_op when 'UPDATE' then to_jsonb(old) else '{}'::jsonb end;
  -- What moves by itself and tells nothing about anybody's decision.
  restless text[] := array['version', 'seen_at', 'conversation', 'reachable', 'confirmed_at', 'times_asked'];
  -- States, never words.
  telling text[] := array['state', 'outcome', 'role', 'active', 'welcome', 'teacher_says', 'therapist_says',
    'make_up', 'home_notes'];
  about jsonb;
  change jsonb;
begin
  if tg_table_name = 'organizations' then
    now_is := now_is || jsonb_build_object('organization_id', now_is -> 'id');
    was := was || jsonb_build_object('organization_id', was -> 'id');
  end if;
  if now_is ->> 'organization_id' is distinct from current_organization()::text then return null; end if;
  select coalesce(jsonb_object_agg(key, value), '{}') into about from jsonb_each_text(now_is)
    where key <> 'organization_id' and (key ~ '(^|_)id$' or key ~ '_by$') and value ~ '^[0-9a-f-]{36}$';
  select coalesce(jsonb_object_agg(key, case when key = any (telling) then value end), '{}') into change
    from jsonb_each(now_is)
    where key <> all (restless)
    and case tg_op when 'UPDATE' then value is distinct from was -> key else key = any (telling) end;
  if tg_op = 'UPDATE' and change = '{}' then return null; end if;
  perform write_trail(
    case tg_op when 'INSERT' then 'added' when 'UPDATE' then 'changed' else 'removed' end,
    tg_table_name, about, change);
  return null;
end $$;
create constraint trigger trail after update on organizations
  deferrable initially deferred for each row execute function keep_trail();

-- Down Migration
-- The functions stay: they read and keep the same tables as before.
drop trigger trail on organizations;
alter table visits drop column student_gone;
