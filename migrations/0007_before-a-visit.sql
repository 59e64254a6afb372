-- Up Migration
-- What two people settle before a visit, so that it is more than a booked time: how they work together (agreements),
-- who does what in the room (role_cards), what the therapist has in mind (intentions), what the last visit left to
-- try (next_tries), the day ahead on one card (prebriefs), and what each does for the other (favors, requests).

-- Without a row a visit's roles are the usual ones of its activity. Each side has agreed to what stands here, or not yet.
create table role_cards (
  organization_id uuid not null default current_organization(),
  visit_id uuid not null,
  format text not null check (format in ('table_group', 'circulate', 'cover', 'one_to_one', 'whole_class', 'observe')),
  lead text not null check (lead in ('teacher', 'therapist', 'together')),
  place text not null check (place in ('side_table', 'around', 'beside', 'front', 'carpet', 'back')),
  whom text not null check (whom in ('small_group', 'whoever', 'one', 'everyone')),
  -- Null: nobody has said that a paraprofessional is in the room.
  para text check (para in ('other_tables', 'joins', 'as_usual', 'break')),
  therapist_agreed boolean not null,
  teacher_agreed boolean not null,
  primary key (organization_id, visit_id),
  foreign key (organization_id, visit_id) references visits (organization_id, id) on delete cascade
);

create table intentions (
  organization_id uuid not null default current_organization(),
  visit_id uuid not null,
  focus text not null,
  approach text not null check (length(approach) between 1 and 200),
  said_at timestamptz not null,
  primary key (organization_id, visit_id),
  foreign key (organization_id, visit_id) references visits (organization_id, id) on delete cascade
);

-- One per pairing: the latest visit knows best. Picked for a visit, it has gone into that visit's intention.
create table next_tries (
  organization_id uuid not null default current_organization(),
  pairing_id uuid not null,
  focus text not null,
  words text not null check (length(words) between 1 and 200),
  said_at timestamptz not null,
  primary key (organization_id, pairing_id),
  foreign key (organization_id, pairing_id) references pairings (organization_id, id) on delete cascade
);

-- One card for all visits of a teacher's day.
create table prebriefs (
  organization_id uuid not null default current_organization(),
  id uuid not null default gen_random_uuid(),
  teacher_id uuid not null,
  date date not null,
  confirmed_at timestamptz,
  materials text not null default '' check (length(materials) <= 300),
  words text not null default '' check (length(words) <= 300),
  version int not null default 1,
  primary key (organization_id, id),
  unique (organization_id, teacher_id, date),
  foreign key (organization_id, teacher_id) references members (organization_id, id) on delete cascade
);

create table agreements (
  organization_id uuid not null default current_organization(),
  pairing_id uuid not null,
  entry text not null check (entry in ('slip_in', 'wave', 'knock')),
  noise text not null check (noise in ('whisper', 'table_talk', 'as_class')),
  interrupting text not null check (interrupting in ('never', 'between', 'anytime')),
  contact text not null check (contact in ('before', 'prep', 'after', 'writing')),
  words text not null default '' check (length(words) <= 300),
  changed_by uuid,
  changed_at timestamptz not null,
  primary key (organization_id, pairing_id),
  foreign key (organization_id, pairing_id) references pairings (organization_id, id) on delete cascade,
  foreign key (organization_id, changed_by) references members (organization_id, id) on delete set null (changed_by)
);

-- Something taken off a teacher's plate: offered for the lesson of a visit, and to be done before it.
create table favors (
  organization_id uuid not null default current_organization(),
  id uuid not null default gen_random_uuid(),
  visit_id uuid not null,
  what text not null check (length(what) between 1 and 200),
  state text not null default 'offered' check (state in ('offered', 'wanted', 'no_need', 'done', 'withdrawn')),
  version int not null default 1,
  created_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, visit_id) references visits (organization_id, id) on delete cascade
);
create index favors_by_visit on favors (organization_id, visit_id);

-- A teacher's own word to the therapists of her class. A draft waits for her to decide about what was found in it.
create table requests (
  organization_id uuid not null default current_organization(),
  id uuid not null default gen_random_uuid(),
  classroom_id uuid not null,
  teacher_id uuid not null,
  about text not null check (about in ('hand', 'concern', 'come')),
  words text not null check (length(words) between 1 and 300),
  state text not null check (state in ('draft', 'open', 'answered', 'withdrawn')),
  answer text check (answer in ('on_it', 'talk', 'not_now')),
  answered_by uuid,
  version int not null default 1,
  created_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, classroom_id) references classrooms (organization_id, id) on delete cascade,
  foreign key (organization_id, teacher_id) references members (organization_id, id) on delete cascade,
  foreign key (organization_id, answered_by) references members (organization_id, id) on delete set null (answered_by)
);
create index requests_by_teacher on requests (organization_id, teacher_id, created_at);

do $$
declare name text;
begin
  foreach name in array array['role_cards', 'intentions', 'next_tries', 'prebriefs', 'agreements', 'favors', 'requests'] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('create policy own_organization on %I using (organization_id = (select current_organization()))
      with check (organization_id = (select current_organization()))', name);
    execute format('grant select, insert, update, delete on %I to pushin_app', name);
  end loop;
end $$;

-- Down Migration
drop table requests, favors, agreements, prebriefs, next_tries, intentions, role_cards;
