-- Up Migration
-- What a class may see, and the third adult in the room. Cards close while students are with their reader; five minutes
-- together can be put into a calendar; a para belongs to a class, gets a part of each visit and may offer another;
-- pull-outs that stand every week are known to the teacher and keep their therapist's time.

alter table outbox
  -- The card on the screen says only that something waits.
  add column folded boolean not null default false,
  -- When to ask next whether students are with its reader; null: at the next tick.
  add column bell_at timestamptz;
create index outbox_on_screen on outbox (organization_id, sent_at) where state = 'sent';

-- The hard-to-guess half of the address of a calendar file; another time, another key.
alter table touch_bases add column calendar_key text;

create table class_paras (
  organization_id uuid not null default current_organization(),
  classroom_id uuid not null,
  member_id uuid not null,
  since timestamptz not null,
  primary key (organization_id, classroom_id, member_id),
  foreign key (organization_id, classroom_id) references classrooms (organization_id, id) on delete cascade,
  foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade
);
create index class_paras_by_member on class_paras (organization_id, member_id);

-- What a para would rather do in a visit; the teacher says yes or no.
create table para_offers (
  organization_id uuid not null default current_organization(),
  id uuid not null default gen_random_uuid(),
  visit_id uuid not null,
  member_id uuid not null,
  part text not null check (part in ('other_tables', 'joins', 'as_usual', 'break')),
  accepted boolean,
  version int not null default 1,
  said_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, visit_id, member_id),
  foreign key (organization_id, visit_id) references visits (organization_id, id) on delete cascade,
  foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade
);

create table pull_outs (
  organization_id uuid not null default current_organization(),
  id uuid not null default gen_random_uuid(),
  pairing_id uuid not null,
  weekdays int[] not null,
  start_minute int not null check (start_minute between 0 and 1439),
  end_minute int not null check (end_minute between 1 and 1440),
  primary key (organization_id, id),
  foreign key (organization_id, pairing_id) references pairings (organization_id, id) on delete cascade,
  check (start_minute < end_minute)
);
create index pull_outs_by_pairing on pull_outs (organization_id, pairing_id);

-- In which activities a teacher likes company, asked once a term; none: all alike.
create table class_preferences (
  organization_id uuid not null default current_organization(),
  classroom_id uuid not null,
  kinds text[] not null,
  said_at timestamptz not null,
  primary key (organization_id, classroom_id),
  foreign key (organization_id, classroom_id) references classrooms (organization_id, id) on delete cascade
);

-- The teacher's word that something to try answers.
alter table strategies
  add column request_id uuid,
  add foreign key (organization_id, request_id) references requests (organization_id, id) on delete set null (request_id);

do $$
declare name text;
begin
  foreach name in array array['class_paras', 'para_offers', 'pull_outs', 'class_preferences'] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('create policy own_organization on %I using (organization_id = (select current_organization()))
      with check (organization_id = (select current_organization()))', name);
    execute format('grant select, insert, update, delete on %I to pushin_app', name);
    perform keep_trail_of(name);
  end loop;
end $$;

-- Down Migration
alter table strategies drop column request_id;
drop table class_preferences, pull_outs, para_offers, class_paras;
alter table touch_bases drop column calendar_key;
drop index outbox_on_screen;
alter table outbox drop column bell_at, drop column folded;
