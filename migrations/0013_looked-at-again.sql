-- Up Migration
-- What is tried is looked at again on a date, and a district may allow its therapists a note for home.

alter table strategies add column review_on date;
create index strategies_to_review on strategies (organization_id, review_on) where closed_at is null;

-- Off until a coordinator turns it on: what goes home is a district's decision first.
alter table organizations add column home_notes boolean not null default false;

-- Down Migration
alter table organizations drop column home_notes;
drop index strategies_to_review;
alter table strategies drop column review_on;
