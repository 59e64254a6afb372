-- Up Migration
-- Delivery that outlives crashes and lost answers. A message whose ending nobody knows is looked up before any second
-- try, and the wait for that look has to outlive the process: `lease_until` now holds any row back, whatever its
-- state. Several messages that go out together are one digest and change together. What the platforms allow is
-- counted here, because several instances share one allowance.

alter table outbox
  -- The rows of one digest share it, and the one message they became.
  add column digest_id uuid,
  -- Sent again though the first may have arrived: the person may have seen it twice.
  add column twin_possible boolean not null default false;

comment on column outbox.lease_until is
  'Nobody touches the row before. After it: sending, its worker is gone; uncertain, it is looked up; sent, its change is made again.';

drop index outbox_due;
create index outbox_due on outbox (due_at, created_at) where state = 'queued';
create index outbox_held on outbox (lease_until) where lease_until is not null;
create index outbox_stale on outbox (due_at) where stale;
create index outbox_by_member on outbox (organization_id, member_id, state);
create index outbox_by_digest on outbox (organization_id, digest_id) where digest_id is not null;

-- When the platform last said that this account is somebody's who works here.
alter table addresses add column confirmed_at timestamptz;

-- "Later" and "stop": nothing is sent before this instant.
alter table members add column hush_until timestamptz;

-- One allowance of a platform, as a bucket that refills: `full_at` is when it would be full again.
create table allowances (
  organization_id uuid not null default current_organization() references organizations on delete cascade,
  name text not null,
  full_at timestamptz not null,
  primary key (organization_id, name)
);

-- When the questions of a school were last planned, and for which date; without a row they are planned anew.
create table ask_plans (
  organization_id uuid not null default current_organization(),
  school_id uuid not null,
  date date not null,
  planned_at timestamptz not null,
  primary key (organization_id, school_id),
  foreign key (organization_id, school_id) references schools (organization_id, id) on delete cascade
);

do $$
declare name text;
begin
  foreach name in array array['allowances', 'ask_plans'] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('create policy own_organization on %I using (organization_id = (select current_organization()))
      with check (organization_id = (select current_organization()))', name);
    execute format('grant select, insert, update, delete on %I to pushin_app', name);
  end loop;
end $$;

-- A person's next message waits for the one before; a reason is a code, never anybody's words.
grant select (member_id, reason, twin_possible) on outbox to pushin_scheduler;

-- Down Migration
revoke select (member_id, reason, twin_possible) on outbox from pushin_scheduler;
drop table ask_plans, allowances;
alter table members drop column hush_until;
alter table addresses drop column confirmed_at;
drop index outbox_due, outbox_held, outbox_stale, outbox_by_member, outbox_by_digest;
alter table outbox drop column digest_id, drop column twin_possible;
create index outbox_due on outbox (due_at) where state in ('queued', 'sending') or stale;
comment on column outbox.lease_until is null;
