-- Up Migration
-- Who did what, when, about whom: a trail that is written by the database itself in the transaction of the change, so
-- that no code can forget it. The application role may read it and cannot change it; each entry carries a hash over
-- itself and the one before, so whoever can change it cannot do so quietly. It holds ids, states and the names of
-- columns, never words: a person who is forgotten leaves an id that means nothing any more.

create table trail (
  organization_id uuid not null default current_organization() references organizations on delete cascade,
  number bigint not null,
  at timestamptz not null,
  -- The member whose tap or words it was; null for the program itself and for an operator at the command line.
  actor_id uuid,
  act text not null check (act in ('added', 'changed', 'removed', 'exported', 'forgot')),
  what text not null,
  about jsonb not null,
  change jsonb not null,
  previous text not null,
  hash text not null,
  primary key (organization_id, number)
);

-- The end of each chain, which an entry taken off the end would not fit any more.
create table trail_heads (
  organization_id uuid not null default current_organization() references organizations on delete cascade,
  oldest bigint not null default 1,
  number bigint not null default 0,
  previous text not null default '',
  hash text not null default '',
  primary key (organization_id)
);

-- Notes about a student or a visit that were opened: a reading leaves no other trace.
create table note_reads (
  organization_id uuid not null default current_organization() references organizations on delete cascade,
  id uuid not null default gen_random_uuid(),
  member_id uuid,
  what text not null check (length(what) <= 40),
  subject_id uuid not null,
  read_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, member_id) references members (organization_id, id) on delete set null (member_id)
);

do $$
declare name text;
begin
  foreach name in array array['trail', 'trail_heads', 'note_reads'] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('create policy own_organization on %I using (organization_id = (select current_organization()))
      with check (organization_id = (select current_organization()))', name);
    execute format('grant select on %I to pushin_app', name);
  end loop;
end $$;
grant insert, update, delete on note_reads to pushin_app;

create function trail_hash(previous text, organization uuid, number bigint, at timestamptz, actor uuid, act text,
  what text, about jsonb, change jsonb) returns text language sql stable return
  encode(sha256(convert_to(jsonb_build_array(previous, organization, number, (extract(epoch from at) * 1000000)::bigint,
    actor, act, what, about, change)::text, 'UTF8')), 'hex');

-- Runs as its owner, because the application may not write here itself. Waits for whoever writes this organization's
-- entry at the same moment, so it is called when all other locks of the transaction are taken: at its commit.
create function write_trail(act text, what text, about jsonb, change jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here uuid := current_organization();
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  moment timestamptz := clock_timestamp();
  head trail_heads;
begin
  loop
    update trail_heads h set number = h.number + 1, previous = h.hash,
        hash = trail_hash(h.hash, here, h.number + 1, moment, actor, act, what, about, change)
      where h.organization_id = here returning h.* into head;
    exit when found;
    -- An organization that closes takes its trail along.
    if here is null or not exists (select from organizations o where o.id = here) then return; end if;
    insert into trail_heads (organization_id) values (here) on conflict do nothing;
  end loop;
  insert into trail values (here, head.number, moment, actor, act, what, about, change, head.previous, head.hash);
end $$;
revoke execute on function write_trail(text, text, jsonb, jsonb) from public;

-- The operator's own acts, which change many rows or none.
create function note_operator_act(act text, what text, about jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if act not in ('exported', 'forgot') then raise exception 'no act of an operator: %', act; end if;
  perform write_trail(act, what, about, '{}');
end $$;
revoke execute on function note_operator_act(text, text, jsonb) from public;
grant execute on function note_operator_act(text, text, jsonb) to pushin_app;

create function keep_trail() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  now_is jsonb := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  was jsonb := case tg_op when 'UPDATE' then to_jsonb(old) else '{}'::jsonb end;
  -- What moves by itself and tells nothing about anybody's decision.
  restless text[] := array['version', 'seen_at', 'conversation', 'reachable', 'confirmed_at', 'times_asked'];
  -- States, never words.
  telling text[] := array['state', 'outcome', 'role', 'active', 'welcome', 'teacher_says', 'therapist_says'];
  about jsonb;
  change jsonb;
begin
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
revoke execute on function keep_trail() from public;

-- For every table that keeps what people decided; a migration that adds one calls it.
create function keep_trail_of(name text) returns void language plpgsql as $$
begin
  execute format('create constraint trigger trail after insert or update or delete on %I
    deferrable initially deferred for each row execute function keep_trail()', name);
end $$;

do $$
declare name text;
begin
  for name in
    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not a.attisdropped
    -- The post and its bookkeeping, and patterns that belong to nobody.
    and c.relname not in ('outbox', 'inbox', 'allowances', 'ask_plans', 'misreadings', 'trail', 'trail_heads')
  loop
    perform keep_trail_of(name);
  end loop;
end $$;

-- The numbers at which the chain does not hold; none when nobody has touched it.
create function trail_breaks() returns setof bigint language sql stable as $$
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
  order by 1
$$;

-- Retention: the oldest entries go, and the chain says from where on it is whole. A year is the least.
create function forget_trail_before(day timestamptz) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here uuid := current_organization();
  gone bigint;
begin
  delete from trail t where t.organization_id = here and t.at < least(day, now() - interval '1 year');
  get diagnostics gone = row_count;
  update trail_heads h set oldest = coalesce(
    (select min(t.number) from trail t where t.organization_id = here), h.number + 1) where h.organization_id = here;
  return gone;
end $$;
revoke execute on function forget_trail_before(timestamptz) from public;
grant execute on function forget_trail_before(timestamptz) to pushin_app;

-- Down Migration
do $$
declare name text;
begin
  for name in select tgrelid::regclass::text from pg_trigger where tgname = 'trail' and not tgisinternal loop
    execute format('drop trigger trail on %s', name);
  end loop;
end $$;
drop function forget_trail_before(timestamptz), trail_breaks(), keep_trail_of(text), keep_trail(),
  note_operator_act(text, text, jsonb), write_trail(text, text, jsonb, jsonb), 
  trail_hash(text, uuid, bigint, timestamptz, uuid, text, text, jsonb, jsonb);
drop table note_reads, trail_heads, trail;
