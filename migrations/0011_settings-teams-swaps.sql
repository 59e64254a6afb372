-- Up Migration
-- A visit may also be outside the class, decided on the day, or with the adults only, and a mandate may have a rhythm
-- of three weeks with the students and one with the adults. Other times for lost visits are looked for outside the
-- transaction that lost them, and a whole team's week is planned the same way: each is a row until it is done.

alter table mandates add column rhythm text not null default 'every_week'
  check (rhythm in ('every_week', 'three_one'));

-- Minutes in the class, outside it and with the adults are counted apart; a count of 0 ends one of the three.
alter table pairing_mandates
  add column track text not null default 'in_class' check (track in ('in_class', 'outside', 'adults')),
  add column rhythm text not null default 'every_week' check (rhythm in ('every_week', 'three_of_four', 'one_of_four'));
alter table pairing_mandates drop constraint pairing_mandates_visit_count_check;
alter table pairing_mandates add constraint pairing_mandates_visit_count_check check (visit_count between 0 and 200);
alter table pairings drop constraint pairings_visit_count_check;
alter table pairings add constraint pairings_visit_count_check check (visit_count between 0 and 100);

-- The owner is bound by the forced policies too, and no organization is named while the schema changes.
alter table pairing_mandates no force row level security;
alter table mandates no force row level security;
alter table pairings no force row level security;
update pairing_mandates set track = case m.setting when 'consult' then 'adults' else 'outside' end
  from (select pairing_id, min(setting) as setting from mandates group by pairing_id
    having count(distinct setting) = 1 and min(setting) in ('consult', 'pull_out')) m
  where m.pairing_id = pairing_mandates.pairing_id;
update pairings set visit_count = 0 where id in (
  select pairing_id from mandates group by pairing_id having bool_and(setting in ('pull_out', 'consult')));
alter table pairings force row level security;
alter table mandates force row level security;
alter table pairing_mandates force row level security;

alter table visits
  add column setting text not null default 'push_in' check (setting in ('push_in', 'either', 'pull_out', 'consult')),
  -- Of one that could be either: that it was outside in the end.
  add column was_out boolean not null default false,
  -- Of several rooms kept in place of one lost visit: 1 is the best.
  add column swap_rank smallint;
alter table visits drop constraint visits_one_therapist_per_room;
alter table visits add constraint visits_one_therapist_per_room exclude using gist
  (organization_id with =, classroom_id with =, during with &&)
  where (state in ('held', 'proposed', 'agreed') and setting in ('push_in', 'either'));

create table swap_searches (
  organization_id uuid not null default current_organization(),
  id uuid not null default gen_random_uuid(),
  -- The change, activity or bundle that took the visits.
  subject_id uuid not null,
  therapist_id uuid not null,
  held_until timestamptz not null,
  created_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, subject_id, therapist_id),
  foreign key (organization_id, therapist_id) references members (organization_id, id) on delete cascade
);

create table team_plans (
  organization_id uuid not null default current_organization(),
  id uuid not null default gen_random_uuid(),
  asked_by uuid not null,
  state text not null default 'planning' check (state in ('planning', 'done')),
  -- Sums only: how many have a draft now, and what found no place.
  therapists int not null default 0,
  sessions int not null default 0,
  unplaced int not null default 0,
  monday date,
  created_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, asked_by) references members (organization_id, id) on delete cascade
);
create unique index team_plans_once on team_plans (organization_id) where state = 'planning';

do $$
declare name text;
begin
  foreach name in array array['swap_searches', 'team_plans'] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('create policy own_organization on %I using (organization_id = (select current_organization()))
      with check (organization_id = (select current_organization()))', name);
    execute format('grant select, insert, update, delete on %I to pushin_app', name);
    -- Whoever looks for work over all organizations sees that there is some, and nothing of it.
    execute format('grant select (organization_id, id, created_at) on %I to pushin_scheduler', name);
    execute format('create policy scheduler_sees_work on %I for select to pushin_scheduler using (true)', name);
  end loop;
end $$;
grant select (state) on team_plans to pushin_scheduler;
select keep_trail_of('team_plans');

-- Down Migration
drop table team_plans, swap_searches;
alter table visits no force row level security;
update visits set state = 'withdrawn' where setting in ('pull_out', 'consult') and state in ('held', 'proposed', 'agreed');
alter table visits force row level security;
alter table visits drop constraint visits_one_therapist_per_room;
alter table visits add constraint visits_one_therapist_per_room exclude using gist
  (organization_id with =, classroom_id with =, during with &&) where (state in ('held', 'proposed', 'agreed'));
alter table visits drop column swap_rank, drop column was_out, drop column setting;
alter table pairings no force row level security;
update pairings set visit_count = 1 where visit_count = 0;
alter table pairings force row level security;
alter table pairings drop constraint pairings_visit_count_check;
alter table pairings add constraint pairings_visit_count_check check (visit_count between 1 and 100);
alter table pairing_mandates no force row level security;
delete from pairing_mandates where visit_count not between 1 and 100;
alter table pairing_mandates force row level security;
alter table pairing_mandates drop constraint pairing_mandates_visit_count_check;
alter table pairing_mandates add constraint pairing_mandates_visit_count_check check (visit_count between 1 and 100);
alter table pairing_mandates drop column rhythm, drop column track;
alter table mandates drop column rhythm;
