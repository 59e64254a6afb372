-- Up Migration
-- What a teacher writes is heard at once and confirmed by her tap. One message may tell several times (two blocks,
-- two days): they share a saying, and one card shows them. What people correct is counted by pattern, never by
-- person and never with their words, so that the reader can be mended.

alter table activities
  add column saying uuid not null default gen_random_uuid(),
  add column confirmed_at timestamptz;
update activities set confirmed_at = said_at;
create index activities_by_saying on activities (organization_id, saying);
create index activities_by_speaker on activities (organization_id, said_by, said_at);

create table misreadings (
  organization_id uuid not null default current_organization(),
  id uuid not null default gen_random_uuid(),
  -- What was mistaken, for what: `activity`, `centers`, `writing`.
  about text not null check (about in ('activity', 'start', 'end', 'welcome')),
  heard text not null check (length(heard) <= 40),
  meant text not null check (length(meant) <= 40),
  corrected_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id) references organizations (id) on delete cascade
);
alter table misreadings enable row level security, force row level security;
create policy own_organization on misreadings using (organization_id = current_organization())
  with check (organization_id = current_organization());
grant select, insert, update, delete on misreadings to pushin_app;

-- Down Migration
drop table misreadings;
drop index activities_by_speaker;
drop index activities_by_saying;
alter table activities drop column confirmed_at, drop column saying;
