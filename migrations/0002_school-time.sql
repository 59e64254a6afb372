-- Up Migration
-- School time as schools keep it: named day types with their bells, dates that are closed or of another type,
-- cycles laid over the weekdays, blocks by cycle day or period, changes for once that can be undone, people who
-- are away, work part of the week or in several schools. Until now a school had two bells and a list of closed
-- dates; the dates move into the new table, so that each fact stands in one place.
--
-- The rules of the first house hold: organization_id first in every key, forced row-level security.

create table day_types (
  organization_id uuid not null default current_organization(),
  id uuid not null default gen_random_uuid(),
  school_id uuid not null,
  name text not null check (length(name) between 1 and 40),
  first_bell int not null check (first_bell between 0 and 1439),
  last_bell int not null check (last_bell between 1 and 1440),
  primary key (organization_id, id),
  foreign key (organization_id, school_id) references schools (organization_id, id) on delete cascade,
  check (first_bell < last_bell)
);
create unique index day_types_by_name on day_types (organization_id, school_id, lower(name));

-- Lunch waves may overlap, so only the name is unique.
create table periods (
  organization_id uuid not null default current_organization(),
  day_type_id uuid not null,
  name text not null check (length(name) between 1 and 40),
  start_minute int not null check (start_minute between 0 and 1439),
  end_minute int not null check (end_minute between 1 and 1440),
  primary key (organization_id, day_type_id, name),
  foreign key (organization_id, day_type_id) references day_types (organization_id, id) on delete cascade,
  check (start_minute < end_minute)
);

-- The year's ends and the usual day type are the school's own; without them every year and day is alike.
alter table schools
  add column year_start date,
  add column year_end date,
  add column usual_day_type_id uuid,
  add foreign key (organization_id, usual_day_type_id) references day_types (organization_id, id)
    on delete set null (usual_day_type_id),
  add check (year_start <= year_end);

create table terms (
  organization_id uuid not null default current_organization(),
  school_id uuid not null,
  name text not null check (length(name) between 1 and 40),
  start_date date not null,
  end_date date not null,
  primary key (organization_id, school_id, name),
  foreign key (organization_id, school_id) references schools (organization_id, id) on delete cascade,
  check (start_date <= end_date)
);

-- "Early release every Wednesday".
create table weekday_day_types (
  organization_id uuid not null default current_organization(),
  school_id uuid not null,
  weekday int not null check (weekday between 1 and 7),
  day_type_id uuid not null,
  primary key (organization_id, school_id, weekday),
  foreign key (organization_id, school_id) references schools (organization_id, id) on delete cascade,
  foreign key (organization_id, day_type_id) references day_types (organization_id, id) on delete cascade
);

-- What one date is when it is not what its weekday says; without a day type it is closed.
create table school_days (
  organization_id uuid not null default current_organization(),
  school_id uuid not null,
  date date not null,
  day_type_id uuid,
  name text not null default '' check (length(name) <= 80),
  primary key (organization_id, school_id, date),
  foreign key (organization_id, school_id) references schools (organization_id, id) on delete cascade,
  foreign key (organization_id, day_type_id) references day_types (organization_id, id) on delete cascade
);
-- The owner is bound by the forced policies too, and no organization is named while the schema changes.
alter table schools no force row level security;
insert into school_days (organization_id, school_id, date)
  select distinct organization_id, id, unnest(closed_dates) from schools;
alter table schools drop column closed_dates, force row level security;

create table cycles (
  organization_id uuid not null default current_organization(),
  id uuid not null default gen_random_uuid(),
  school_id uuid not null,
  name text not null check (length(name) between 1 and 40),
  day_names text[] not null check (cardinality(day_names) between 2 and 10),
  on_closed text not null check (on_closed in ('skip', 'consume', 'consume-unplanned')),
  anchor_date date not null,
  anchor_day text not null,
  primary key (organization_id, id),
  foreign key (organization_id, school_id) references schools (organization_id, id) on delete cascade,
  check (anchor_day = any (day_names))
);
create unique index cycles_by_name on cycles (organization_id, school_id, lower(name));

-- Counted anew from these dates on, after a snow week for example.
create table reanchors (
  organization_id uuid not null default current_organization(),
  cycle_id uuid not null,
  date date not null,
  day text not null,
  primary key (organization_id, cycle_id, date),
  foreign key (organization_id, cycle_id) references cycles (organization_id, id) on delete cascade
);

alter table classrooms add column grade text check (length(grade) between 1 and 20);

-- A block may come only on some days of a cycle (and of its weekdays), only for a part of the year, and at the
-- times of a period in that date's bells; its own minutes are then those of a usual day.
alter table blocks
  add column cycle_id uuid,
  add column cycle_days text[],
  add column period text check (length(period) between 1 and 40),
  add column effective_from date,
  add column effective_to date,
  add foreign key (organization_id, cycle_id) references cycles (organization_id, id) on delete cascade,
  add check ((cycle_id is null) = (cycle_days is null)),
  add check (effective_from <= effective_to);

-- Rows are only added and undone: the latest word wins, and each can be traced to who said it.
create table changes (
  organization_id uuid not null default current_organization(),
  id uuid not null default gen_random_uuid(),
  school_id uuid not null,
  classroom_id uuid,
  grade text check (length(grade) between 1 and 20),
  start_date date not null,
  end_date date not null,
  what jsonb not null,
  said_by uuid,
  said_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, school_id) references schools (organization_id, id) on delete cascade,
  foreign key (organization_id, classroom_id) references classrooms (organization_id, id) on delete cascade,
  foreign key (organization_id, said_by) references members (organization_id, id) on delete set null (said_by),
  foreign key (organization_id, undone_by) references members (organization_id, id) on delete set null (undone_by),
  check (start_date <= end_date),
  check (num_nonnulls(classroom_id, grade) <= 1)
);
-- Read by the days still to come: what has ended falls off the front.
create index changes_by_school on changes (organization_id, school_id, end_date, start_date);

create table absences (
  organization_id uuid not null default current_organization(),
  id uuid not null default gen_random_uuid(),
  member_id uuid not null,
  start_date date not null,
  end_date date not null,
  -- Both or neither: a part of each of these dates.
  start_minute int check (start_minute between 0 and 1439),
  end_minute int check (end_minute between 1 and 1440),
  said_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade,
  check (start_date <= end_date),
  check (num_nonnulls(start_minute, end_minute) <> 1 and start_minute < end_minute)
);
create index absences_by_member on absences (organization_id, member_id, end_date);

-- Part-time days, and where somebody of several schools is when. Without rows a member is at the own school all week.
create table shifts (
  organization_id uuid not null default current_organization(),
  id uuid not null default gen_random_uuid(),
  member_id uuid not null,
  school_id uuid not null,
  weekdays int[] not null check (cardinality(weekdays) between 1 and 7),
  start_minute int check (start_minute between 0 and 1439),
  end_minute int check (end_minute between 1 and 1440),
  primary key (organization_id, id),
  foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade,
  foreign key (organization_id, school_id) references schools (organization_id, id) on delete cascade,
  check (num_nonnulls(start_minute, end_minute) <> 1 and start_minute < end_minute)
);
create index shifts_by_member on shifts (organization_id, member_id);

do $$
declare name text;
begin
  foreach name in array array['day_types', 'periods', 'terms', 'weekday_day_types', 'school_days', 'cycles',
    'reanchors', 'changes', 'absences', 'shifts'] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('create policy own_organization on %I using (organization_id = current_organization())
      with check (organization_id = current_organization())', name);
    execute format('grant select, insert, update, delete on %I to pushin_app', name);
  end loop;
end $$;

-- Down Migration
alter table schools no force row level security;
alter table school_days no force row level security;
alter table schools add column closed_dates date[] not null default '{}';
update schools set closed_dates = array(
  select date from school_days where school_days.organization_id = schools.organization_id
  and school_id = schools.id and day_type_id is null order by date);
alter table schools force row level security;
delete from blocks where cycle_id is not null;
alter table blocks drop column cycle_id, drop column cycle_days, drop column period, drop column effective_from,
  drop column effective_to;
alter table classrooms drop column grade;
drop table shifts, absences, changes, reanchors, cycles, school_days, weekday_day_types, terms, periods cascade;
alter table schools drop column usual_day_type_id, drop column year_start, drop column year_end;
drop table day_types;
