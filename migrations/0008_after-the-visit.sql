-- Up Migration
-- What comes after a visit: why it went otherwise, a note made from taps, minutes kept apart by kind, what the adults
-- try meanwhile, the teacher's word, and mandates that change on a date without the past being rewritten.

-- How long displaced minutes may be made up. PushIn counts and flags; what is owed is the child's team's to decide.
alter table organizations add column make_up text not null default 'four_weeks'
  check (make_up in ('same_week', 'two_weeks', 'four_weeks', 'same_month'));

alter table pairings drop constraint pairings_period_check;
alter table pairings add constraint pairings_period_check check (period in ('week', 'month', 'quarter', 'year'));

alter table visits add column reason text check (reason in ('absent', 'class_changed', 'test', 'assembly',
  'called_away', 'student_declined', 'teacher_asked', 'closed_day', 'other'));

-- Looked at every minute: visits that are over and have no word yet.
create index visits_unrecorded on visits (organization_id, date) where state = 'agreed' and outcome is null;

-- Rows are only added; of two for one date the later said counts. `pairings` holds what is in force today.
create table pairing_mandates (
  organization_id uuid not null default current_organization(),
  id uuid not null default gen_random_uuid(),
  pairing_id uuid not null,
  visit_count int not null check (visit_count between 1 and 100),
  visit_minutes int not null check (visit_minutes between 5 and 120),
  period text not null check (period in ('week', 'month', 'quarter', 'year')),
  from_date date not null,
  said_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, pairing_id) references pairings (organization_id, id) on delete cascade
);
create index pairing_mandates_by_date on pairing_mandates (organization_id, pairing_id, from_date);
-- The owner is bound by the forced policies too, and no organization is named while the schema changes.
alter table pairings no force row level security;
insert into pairing_mandates (organization_id, pairing_id, visit_count, visit_minutes, period, from_date, said_at)
  select organization_id, id, visit_count, visit_minutes, period, (invited_at at time zone 'utc')::date, invited_at
  from pairings;
alter table pairings force row level security;
alter table pairings drop constraint pairings_visit_count_check;
alter table pairings add constraint pairings_visit_count_check check (visit_count between 1 and 100);

create table visit_notes (
  organization_id uuid not null default current_organization(),
  visit_id uuid not null,
  found text[] not null default '{}',
  did text[] not null default '{}',
  consult_minutes int not null default 0 check (consult_minutes between 0 and 120),
  tally_hits int check (tally_hits between 0 and 100),
  tally_tries int check (tally_tries between 1 and 100),
  prompt_level text check (prompt_level in ('alone', 'a_look', 'words', 'showing', 'hand_over_hand')),
  next_test text check (length(next_test) <= 200),
  -- The whole note, once the therapist changed it by hand.
  words text check (length(words) <= 2000),
  written_at timestamptz not null,
  primary key (organization_id, visit_id),
  foreign key (organization_id, visit_id) references visits (organization_id, id) on delete cascade,
  check (num_nonnulls(tally_hits, tally_tries) <> 1 and tally_hits <= tally_tries)
);

-- Minutes outside of visits, noted by hand: a pull-out, held or not (then with its reason), and consulting.
create table noted_minutes (
  organization_id uuid not null default current_organization(),
  id uuid not null default gen_random_uuid(),
  pairing_id uuid not null,
  date date not null,
  minutes int not null check (minutes between 1 and 120),
  kind text not null check (kind in ('pull_out', 'consult')),
  reason text check (reason in ('absent', 'class_changed', 'test', 'assembly', 'called_away', 'student_declined',
    'teacher_asked', 'closed_day', 'other')),
  -- What the class did meanwhile, and the child missed.
  missed text,
  noted_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, pairing_id) references pairings (organization_id, id) on delete cascade,
  check (kind = 'pull_out' or num_nonnulls(reason, missed) = 0)
);
create index noted_minutes_by_pairing on noted_minutes (organization_id, pairing_id, date);

create table strategies (
  organization_id uuid not null default current_organization(),
  id uuid not null default gen_random_uuid(),
  pairing_id uuid not null,
  made_by uuid not null,
  words text not null check (length(words) between 1 and 300),
  -- The same few words from every adult.
  cue text check (length(cue) between 1 and 100),
  made_at timestamptz not null,
  closed_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, pairing_id) references pairings (organization_id, id) on delete cascade,
  foreign key (organization_id, made_by) references members (organization_id, id) on delete cascade
);
create index strategies_by_pairing on strategies (organization_id, pairing_id);

create table strategy_readers (
  organization_id uuid not null default current_organization(),
  strategy_id uuid not null,
  member_id uuid not null,
  primary key (organization_id, strategy_id, member_id),
  foreign key (organization_id, strategy_id) references strategies (organization_id, id) on delete cascade,
  foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade
);
create index strategy_readers_by_member on strategy_readers (organization_id, member_id);

create table strategy_tries (
  organization_id uuid not null default current_organization(),
  strategy_id uuid not null,
  member_id uuid not null,
  date date not null,
  said text not null check (said in ('helped', 'tried', 'not_yet')),
  primary key (organization_id, strategy_id, member_id, date),
  foreign key (organization_id, strategy_id) references strategies (organization_id, id) on delete cascade,
  foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade
);

create table visit_feedback (
  organization_id uuid not null default current_organization(),
  visit_id uuid not null,
  how text not null check (how in ('well', 'mixed', 'hard')),
  wish text check (wish in ('more', 'same', 'less')),
  words text check (length(words) between 1 and 300),
  said_at timestamptz not null,
  primary key (organization_id, visit_id),
  foreign key (organization_id, visit_id) references visits (organization_id, id) on delete cascade
);

-- Every six weeks: is this still the right arrangement?
create table reviews (
  organization_id uuid not null default current_organization(),
  id uuid not null default gen_random_uuid(),
  pairing_id uuid not null,
  date date not null,
  answer text check (answer in ('keep', 'time', 'format', 'stop')),
  primary key (organization_id, id),
  unique (organization_id, pairing_id, date),
  foreign key (organization_id, pairing_id) references pairings (organization_id, id) on delete cascade
);

alter table touch_bases
  add column talked_at timestamptz,
  -- A missed one is moved once, never twice.
  add column moved_from timestamptz;

do $$
declare name text;
begin
  foreach name in array array['pairing_mandates', 'visit_notes', 'noted_minutes', 'strategies', 'strategy_readers',
    'strategy_tries', 'visit_feedback', 'reviews'] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('create policy own_organization on %I using (organization_id = (select current_organization()))
      with check (organization_id = (select current_organization()))', name);
    execute format('grant select, insert, update, delete on %I to pushin_app', name);
  end loop;
end $$;

-- Down Migration
alter table touch_bases drop column moved_from, drop column talked_at;
drop table reviews, visit_feedback, strategy_tries, strategy_readers, strategies, noted_minutes, visit_notes,
  pairing_mandates;
drop index visits_unrecorded;
alter table visits drop column reason;
alter table pairings no force row level security;
update pairings set period = 'month' where period not in ('week', 'month');
update pairings set visit_count = 10 where visit_count > 10;
alter table pairings force row level security;
alter table pairings drop constraint pairings_visit_count_check;
alter table pairings add constraint pairings_visit_count_check check (visit_count between 1 and 10);
alter table pairings drop constraint pairings_period_check;
alter table pairings add constraint pairings_period_check check (period in ('week', 'month'));
alter table organizations drop column make_up;
