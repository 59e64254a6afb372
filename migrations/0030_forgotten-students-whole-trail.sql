-- Up Migration
-- A visit whose students are all forgotten is for nobody, where one without rows in visit_students is for everybody of
-- its pairing. The trail’s check sees that the end of its chain was taken away, and retention leaves no hole where two
-- acts of one moment were written in the other order than they began.

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

-- Down Migration
-- The two functions stay: they read and keep the same tables as before.
alter table visits drop column student_gone;
