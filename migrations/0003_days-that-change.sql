-- Up Migration
-- A visit can end because the day changed: a snow day, an early release, a test all week. That is nobody's no,
-- and the minutes are displaced, not refused, so it has a state of its own.

alter table visits drop constraint visits_state_check;
alter table visits add constraint visits_state_check
  check (state in ('proposed', 'agreed', 'another', 'not_this_week', 'withdrawn', 'expired', 'displaced'));

-- What somebody says in one breath may be several rows (Thursday and Monday, three classes); it is undone in one.
alter table changes add column saying uuid not null default gen_random_uuid();
alter table absences add column saying uuid not null default gen_random_uuid();
create index changes_by_saying on changes (organization_id, saying);
create index changes_by_speaker on changes (organization_id, said_by, end_date) where undone_at is null;

-- Down Migration
alter table changes drop column saying;
alter table absences drop column saying;
drop index changes_by_speaker;
update visits set state = 'another' where state = 'displaced';
alter table visits drop constraint visits_state_check;
alter table visits add constraint visits_state_check
  check (state in ('proposed', 'agreed', 'another', 'not_this_week', 'withdrawn', 'expired'));
