-- Up Migration
-- The whole first house: who belongs together (organizations, members, addresses), what a class does
-- (classrooms, blocks, activities), who works with whom (pairings, visits, asks, touch-bases), and the
-- two ledgers every promise rests on: inbox (an act has its effect once) and outbox (a prompt is never lost).
--
-- Every key starts with organization_id, and row-level security is forced on every table: a statement sees
-- only the organization named by `set local app.organization_id`, and nothing at all when none is named.

create extension if not exists btree_gist;

do $$
declare wanted text;
begin
  foreach wanted in array array['pushin_app', 'pushin_scheduler'] loop
    begin
      execute format('create role %I nologin', wanted);
    exception
      when duplicate_object or unique_violation then null;
      when insufficient_privilege then
        if not exists (select from pg_roles where rolname = wanted) then
          raise exception 'PushIn needs the role %: let an administrator run «create role % nologin; grant % to %»',
            wanted, wanted, wanted, current_user;
        end if;
    end;
    begin
      execute format('grant %I to current_user', wanted);
    exception
      when insufficient_privilege then
        if not pg_has_role(current_user, wanted, 'member') then
          raise exception 'PushIn needs to act as %: let an administrator run «grant % to %»', wanted, wanted, current_user;
        end if;
    end;
  end loop;
end $$;

create function current_organization() returns uuid language sql stable
  return nullif(current_setting('app.organization_id', true), '')::uuid;

create table organizations (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  created_at timestamptz not null default now()
);

-- A Slack workspace or Teams tenant that joined. Found by its tenant before the organization is known.
create table installations (
  organization_id uuid not null default current_organization() references organizations on delete cascade,
  platform text not null check (platform in ('slack', 'teams')),
  tenant_id text not null,
  created_at timestamptz not null default now(),
  primary key (organization_id, platform, tenant_id),
  unique (platform, tenant_id)
);

create table schools (
  organization_id uuid not null default current_organization() references organizations on delete cascade,
  id uuid not null default gen_random_uuid(),
  name text not null,
  zone text not null,
  first_bell int not null check (first_bell between 0 and 1439),
  last_bell int not null check (last_bell between 1 and 1440),
  weekdays int[] not null default '{1,2,3,4,5}',
  closed_dates date[] not null default '{}',
  primary key (organization_id, id),
  check (first_bell < last_bell)
);

create table members (
  organization_id uuid not null default current_organization(),
  id uuid not null default gen_random_uuid(),
  school_id uuid not null,
  name text not null check (length(name) between 1 and 80),
  role text not null check (role in ('teacher', 'therapist', 'para', 'coordinator')),
  discipline text check (discipline in ('ot', 'speech', 'pt', 'counseling', 'behavior', 'setss')),
  contact_before_first_bell int not null default 30 check (contact_before_first_bell between 0 and 240),
  contact_after_last_bell int not null default 60 check (contact_after_last_bell between 0 and 240),
  active boolean not null default true,
  primary key (organization_id, id),
  foreign key (organization_id, school_id) references schools (organization_id, id) on delete cascade,
  check ((role = 'therapist') = (discipline is not null))
);

create table addresses (
  organization_id uuid not null default current_organization(),
  platform text not null check (platform in ('slack', 'teams')),
  tenant_id text not null,
  user_id text not null,
  member_id uuid not null,
  conversation jsonb not null default '{}',
  reachable boolean not null default true,
  seen_at timestamptz not null,
  primary key (organization_id, platform, tenant_id, user_id),
  foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade
);
create index addresses_by_member on addresses (organization_id, member_id);

-- A short code that the invited person types to the bot, on either platform.
create table invitations (
  organization_id uuid not null default current_organization(),
  code text not null,
  member_id uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (organization_id, code),
  foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade
);

create table classrooms (
  organization_id uuid not null default current_organization(),
  id uuid not null default gen_random_uuid(),
  school_id uuid not null,
  teacher_id uuid not null,
  name text not null check (length(name) between 1 and 40),
  primary key (organization_id, id),
  foreign key (organization_id, school_id) references schools (organization_id, id) on delete cascade,
  foreign key (organization_id, teacher_id) references members (organization_id, id) on delete cascade
);
create unique index classrooms_by_name on classrooms (organization_id, school_id, lower(name));
create index classrooms_by_teacher on classrooms (organization_id, teacher_id);

-- A recurring piece of a class's week, or of one person's own (a therapist's pull-out groups).
create table blocks (
  organization_id uuid not null default current_organization(),
  id uuid not null default gen_random_uuid(),
  classroom_id uuid,
  member_id uuid,
  weekdays int[] not null,
  start_minute int not null check (start_minute between 0 and 1439),
  end_minute int not null check (end_minute between 1 and 1440),
  kind text not null,
  with_students boolean not null,
  primary key (organization_id, id),
  foreign key (organization_id, classroom_id) references classrooms (organization_id, id) on delete cascade,
  foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade,
  check (num_nonnulls(classroom_id, member_id) = 1),
  check (start_minute < end_minute)
);
create index blocks_by_classroom on blocks (organization_id, classroom_id);
create index blocks_by_member on blocks (organization_id, member_id);

-- What a class does on one date. Rows are only added: the latest word wins, earlier ones stay as history.
create table activities (
  organization_id uuid not null default current_organization(),
  id uuid not null default gen_random_uuid(),
  classroom_id uuid not null,
  date date not null,
  start_minute int not null check (start_minute between 0 and 1439),
  end_minute int not null check (end_minute between 1 and 1440),
  kind text not null,
  source text not null check (source in ('teacher', 'import')),
  welcome text check (welcome in ('yes', 'maybe', 'no')),
  said_by uuid,
  said_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, classroom_id) references classrooms (organization_id, id) on delete cascade,
  foreign key (organization_id, said_by) references members (organization_id, id) on delete set null (said_by),
  check (start_minute < end_minute)
);
create index activities_by_classroom on activities (organization_id, classroom_id, date);

create table pairings (
  organization_id uuid not null default current_organization(),
  id uuid not null default gen_random_uuid(),
  therapist_id uuid not null,
  teacher_id uuid not null,
  classroom_id uuid not null,
  focuses text[] not null check (cardinality(focuses) between 1 and 6),
  visit_count int not null check (visit_count between 1 and 10),
  visit_minutes int not null check (visit_minutes between 5 and 120),
  period text not null check (period in ('week', 'month')),
  state text not null default 'invited' check (state in ('invited', 'active', 'declined', 'ended')),
  invited_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, therapist_id) references members (organization_id, id) on delete cascade,
  foreign key (organization_id, teacher_id) references members (organization_id, id) on delete cascade,
  foreign key (organization_id, classroom_id) references classrooms (organization_id, id) on delete cascade
);
create unique index pairings_once on pairings (organization_id, therapist_id, classroom_id)
  where state in ('invited', 'active');
create index pairings_by_classroom on pairings (organization_id, classroom_id);
create index pairings_by_teacher on pairings (organization_id, teacher_id);

-- Aliases only ("K.", "Otter"); a student belongs to a class so that two therapists can share one.
create table students (
  organization_id uuid not null default current_organization(),
  id uuid not null default gen_random_uuid(),
  classroom_id uuid not null,
  alias text not null check (length(alias) between 1 and 40),
  primary key (organization_id, id),
  foreign key (organization_id, classroom_id) references classrooms (organization_id, id) on delete cascade
);
create unique index students_by_alias on students (organization_id, classroom_id, lower(alias));

create table pairing_students (
  organization_id uuid not null default current_organization(),
  pairing_id uuid not null,
  student_id uuid not null,
  primary key (organization_id, pairing_id, student_id),
  foreign key (organization_id, pairing_id) references pairings (organization_id, id) on delete cascade,
  foreign key (organization_id, student_id) references students (organization_id, id) on delete cascade
);

-- One question about one slot of one class, for every therapist who works there.
create table asks (
  organization_id uuid not null default current_organization(),
  id uuid not null default gen_random_uuid(),
  classroom_id uuid not null,
  teacher_id uuid not null,
  date date not null,
  start_minute int not null,
  end_minute int not null,
  state text not null default 'open' check (state in ('open', 'unsure', 'answered', 'left')),
  times_asked int not null default 0,
  version int not null default 1,
  activity_id uuid,
  created_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, classroom_id, date, start_minute),
  foreign key (organization_id, classroom_id) references classrooms (organization_id, id) on delete cascade,
  foreign key (organization_id, teacher_id) references members (organization_id, id) on delete cascade,
  foreign key (organization_id, activity_id) references activities (organization_id, id) on delete set null (activity_id),
  check (start_minute < end_minute)
);

-- One push-in, from the therapist's wish to what became of it. The two exclusions are the promise that
-- nobody is in two rooms and no room has two therapists, kept by the database at the insert and at the accept.
create table visits (
  organization_id uuid not null default current_organization(),
  id uuid not null default gen_random_uuid(),
  pairing_id uuid not null,
  therapist_id uuid not null,
  teacher_id uuid not null,
  classroom_id uuid not null,
  date date not null,
  start_minute int not null,
  end_minute int not null,
  during tstzrange not null,
  kind text not null,
  focus text not null,
  state text not null default 'proposed'
    check (state in ('proposed', 'agreed', 'another', 'not_this_week', 'withdrawn', 'expired')),
  outcome text check (outcome in ('as_planned', 'adapted', 'could_not')),
  version int not null default 1,
  created_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, pairing_id) references pairings (organization_id, id) on delete cascade,
  foreign key (organization_id, therapist_id) references members (organization_id, id) on delete cascade,
  foreign key (organization_id, teacher_id) references members (organization_id, id) on delete cascade,
  foreign key (organization_id, classroom_id) references classrooms (organization_id, id) on delete cascade,
  check (start_minute < end_minute),
  constraint visits_one_room_per_therapist exclude using gist
    (organization_id with =, therapist_id with =, during with &&) where (state in ('proposed', 'agreed')),
  constraint visits_one_therapist_per_room exclude using gist
    (organization_id with =, classroom_id with =, during with &&) where (state in ('proposed', 'agreed'))
);
create index visits_by_therapist on visits (organization_id, therapist_id, date);
create index visits_by_classroom on visits (organization_id, classroom_id, date);
create index visits_by_teacher on visits (organization_id, teacher_id, date);

-- Five minutes a week without students: a time both agree to, or three written questions each.
create table touch_bases (
  organization_id uuid not null default current_organization(),
  id uuid not null default gen_random_uuid(),
  pairing_id uuid not null,
  iso_week text not null,
  at timestamptz,
  minutes int not null default 5,
  teacher_says text check (teacher_says in ('yes', 'no')),
  therapist_says text check (therapist_says in ('yes', 'no')),
  teacher_wrote jsonb,
  therapist_wrote jsonb,
  version int not null default 1,
  primary key (organization_id, id),
  unique (organization_id, pairing_id, iso_week),
  foreign key (organization_id, pairing_id) references pairings (organization_id, id) on delete cascade
);

-- Every message PushIn starts. What it says is composed at the moment of sending, so it is true then.
-- `key` is the intent (purpose, subject, person, occasion): queued twice is queued once.
create table outbox (
  organization_id uuid not null default current_organization(),
  id uuid not null default gen_random_uuid(),
  key text not null,
  member_id uuid not null,
  purpose text not null,
  subject_id uuid not null,
  state text not null default 'queued'
    check (state in ('queued', 'sending', 'sent', 'uncertain', 'expired', 'failed', 'cancelled')),
  -- Never before this instant, whatever the person's week says.
  not_before timestamptz not null,
  due_at timestamptz not null,
  useful_until timestamptz not null,
  lease_until timestamptz,
  attempts int not null default 0,
  reason text,
  platform text,
  message jsonb,
  -- The sent card no longer says what is true and waits to be changed in place.
  stale boolean not null default false,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, key),
  foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade
);
create index outbox_due on outbox (due_at) where state in ('queued', 'sending') or stale;
create index outbox_by_subject on outbox (organization_id, subject_id);

-- An act that was handled: its key is inserted in the transaction that holds its effect.
create table inbox (
  organization_id uuid not null default current_organization(),
  key text not null,
  received_at timestamptz not null,
  primary key (organization_id, key)
);

-- The organization is looked up once a statement, not once a row: hence `(select …)`.
do $$
declare name text;
begin
  foreach name in array array['installations', 'schools', 'members', 'addresses', 'invitations', 'classrooms',
    'blocks', 'activities', 'pairings', 'students', 'pairing_students', 'asks', 'visits', 'touch_bases', 'outbox',
    'inbox'] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('create policy own_organization on %I using (organization_id = (select current_organization()))
      with check (organization_id = (select current_organization()))', name);
    execute format('grant select, insert, update, delete on %I to pushin_app', name);
  end loop;
end $$;

alter table organizations enable row level security, force row level security;
create policy own_organization on organizations
  using (id = (select current_organization())) with check (id = (select current_organization()));
grant select, insert, update, delete on organizations to pushin_app;

-- The door: who is asking is known by tenant before the organization is.
create policy own_tenant on installations for select
  using (platform || ':' || tenant_id = current_setting('app.tenant', true));

create function organization_of(wanted_platform text, wanted_tenant text) returns uuid language plpgsql as $$
begin
  perform set_config('app.tenant', wanted_platform || ':' || wanted_tenant, true);
  return (select organization_id from installations where platform = wanted_platform and tenant_id = wanted_tenant);
end $$;

-- The same in one step: the rest of this transaction is that organization's. Null, and nothing entered, when the
-- tenant is unknown.
create function enter_organization(wanted_platform text, wanted_tenant text) returns uuid language plpgsql as $$
declare found uuid := organization_of(wanted_platform, wanted_tenant);
begin
  if found is not null then
    perform set_config('app.organization_id', found::text, true), set_config('role', 'pushin_app', true);
  end if;
  return found;
end $$;

-- The heartbeat looks over all organizations, but sees only which rows are due.
grant select (organization_id, id, due_at, state, stale, lease_until, platform, created_at) on outbox to pushin_scheduler;
create policy scheduler_sees_due on outbox for select to pushin_scheduler using (true);
grant select (id) on organizations to pushin_scheduler;
create policy scheduler_sees_organizations on organizations for select to pushin_scheduler using (true);

-- Down Migration
drop table inbox, outbox, touch_bases, visits, asks, pairing_students, students, pairings, activities, blocks,
  classrooms, invitations, addresses, members, schools, installations, organizations cascade;
drop function enter_organization(text, text);
drop function organization_of(text, text);
drop function current_organization();
