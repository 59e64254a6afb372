-- Up Migration
-- A whole caseload's week. What each student is to get (mandates) is kept student by student, so that a planner can
-- put those who fit together into one visit. A planned week is kept while the therapist looks at it; sent, its visits
-- are asked of each teacher on one card (a bundle). A visit that was lost has a room held for its swap until the
-- therapist decides, guarded by the same exclusions as any other.

create table mandates (
  organization_id uuid not null default current_organization(),
  id uuid not null default gen_random_uuid(),
  pairing_id uuid not null,
  -- Null where a pairing was made without aliases: then it is one mandate for all of them.
  student_id uuid,
  count int not null check (count between 1 and 100),
  minutes int not null check (minutes between 5 and 120),
  period text not null check (period in ('week', 'month', 'quarter', 'year')),
  setting text not null default 'push_in' check (setting in ('push_in', 'pull_out', 'either', 'consult')),
  starts_on date,
  ends_on date,
  primary key (organization_id, id),
  foreign key (organization_id, pairing_id) references pairings (organization_id, id) on delete cascade,
  foreign key (organization_id, student_id) references students (organization_id, id) on delete cascade,
  check (starts_on <= ends_on)
);
create index mandates_by_pairing on mandates (organization_id, pairing_id);

-- The owner is bound by the forced policies too, and no organization is named while the schema changes.
alter table pairings no force row level security;
alter table pairing_students no force row level security;
insert into mandates (organization_id, pairing_id, student_id, count, minutes, period)
  select pairings.organization_id, id, student_id, visit_count, visit_minutes, period from pairings
  left join pairing_students on pairing_students.organization_id = pairings.organization_id and pairing_id = id;
alter table pairing_students force row level security;
alter table pairings force row level security;

alter table pairings drop constraint pairings_period_check;
alter table pairings add constraint pairings_period_check check (period in ('week', 'month', 'quarter'));

create table week_plans (
  organization_id uuid not null default current_organization(),
  id uuid not null default gen_random_uuid(),
  therapist_id uuid not null,
  monday date not null,
  state text not null default 'draft' check (state in ('draft', 'sent', 'left')),
  -- What was planned from, and the week it became; an offered one waits for a tap of its own.
  caseload jsonb not null,
  week jsonb not null,
  wishes jsonb not null default '[]',
  offered jsonb,
  improving boolean not null default true,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, therapist_id) references members (organization_id, id) on delete cascade
);
create unique index week_plans_once on week_plans (organization_id, therapist_id, monday) where state = 'draft';

alter table visits
  add column plan_id uuid,
  -- Visits asked of one teacher on one card.
  add column bundle_id uuid,
  -- What took it: a change, an activity, or the bundle it was declined in.
  add column lost_to uuid,
  -- The lost visit it stands in for.
  add column instead_of uuid,
  add column held_until timestamptz,
  add foreign key (organization_id, plan_id) references week_plans (organization_id, id) on delete set null (plan_id),
  add foreign key (organization_id, instead_of) references visits (organization_id, id) on delete set null (instead_of);
create index visits_by_plan on visits (organization_id, plan_id) where plan_id is not null;
create index visits_by_bundle on visits (organization_id, bundle_id) where bundle_id is not null;
create index visits_by_loss on visits (organization_id, lost_to) where lost_to is not null;
create index visits_by_lost on visits (organization_id, instead_of) where instead_of is not null;

alter table visits drop constraint visits_state_check;
alter table visits add constraint visits_state_check check (state in
  ('held', 'proposed', 'agreed', 'another', 'not_this_week', 'withdrawn', 'expired', 'displaced'));
alter table visits add constraint visits_held_until check ((state = 'held') <= (held_until is not null));
alter table visits drop constraint visits_one_room_per_therapist, drop constraint visits_one_therapist_per_room;
alter table visits
  add constraint visits_one_room_per_therapist exclude using gist
    (organization_id with =, therapist_id with =, during with &&) where (state in ('held', 'proposed', 'agreed')),
  add constraint visits_one_therapist_per_room exclude using gist
    (organization_id with =, classroom_id with =, during with &&) where (state in ('held', 'proposed', 'agreed'));

-- Whom a visit serves; one without rows serves every student of its pairing.
create table visit_students (
  organization_id uuid not null default current_organization(),
  visit_id uuid not null,
  student_id uuid not null,
  primary key (organization_id, visit_id, student_id),
  foreign key (organization_id, visit_id) references visits (organization_id, id) on delete cascade,
  foreign key (organization_id, student_id) references students (organization_id, id) on delete cascade
);

do $$
declare name text;
begin
  foreach name in array array['mandates', 'week_plans', 'visit_students'] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('create policy own_organization on %I using (organization_id = (select current_organization()))
      with check (organization_id = (select current_organization()))', name);
    execute format('grant select, insert, update, delete on %I to pushin_app', name);
  end loop;
end $$;

-- Down Migration
drop table visit_students;
alter table visits no force row level security;
update visits set state = 'withdrawn' where state = 'held';
alter table visits force row level security;
alter table visits drop constraint visits_one_room_per_therapist, drop constraint visits_one_therapist_per_room,
  drop constraint visits_held_until, drop constraint visits_state_check;
alter table visits add constraint visits_state_check check (state in
  ('proposed', 'agreed', 'another', 'not_this_week', 'withdrawn', 'expired', 'displaced'));
alter table visits
  add constraint visits_one_room_per_therapist exclude using gist
    (organization_id with =, therapist_id with =, during with &&) where (state in ('proposed', 'agreed')),
  add constraint visits_one_therapist_per_room exclude using gist
    (organization_id with =, classroom_id with =, during with &&) where (state in ('proposed', 'agreed'));
alter table visits drop column instead_of, drop column lost_to, drop column bundle_id, drop column plan_id,
  drop column held_until;
drop table week_plans, mandates;
alter table pairings no force row level security;
update pairings set period = 'month' where period = 'quarter';
alter table pairings force row level security;
alter table pairings drop constraint pairings_period_check;
alter table pairings add constraint pairings_period_check check (period in ('week', 'month'));
