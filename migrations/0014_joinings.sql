-- Up Migration
-- Two organizations that are one district, each with its own Slack workspace or Teams tenant: a coordinator of one
-- makes a code, a coordinator of the other types it, and the first one says yes. Then the other's tenants move over.

create table joinings (
  organization_id uuid not null default current_organization() references organizations on delete cascade,
  id uuid not null default gen_random_uuid(),
  code_hash text not null,
  host_name text not null check (length(host_name) <= 200),
  made_by uuid not null,
  expires_at timestamptz not null,
  -- The organization whose coordinator typed the code, and which account that was.
  guest_id uuid,
  guest_name text check (length(guest_name) <= 200),
  guest_person text check (length(guest_person) <= 200),
  guest_account jsonb,
  primary key (organization_id, id),
  unique (organization_id, code_hash),
  foreign key (organization_id, made_by) references members (organization_id, id) on delete cascade
);
alter table joinings enable row level security, force row level security;
create policy own_organization on joinings
  using (organization_id = (select current_organization()))
  with check (organization_id = (select current_organization()));

-- Whoever knows the code sees its row from another organization, and may write their own name on it.
create policy knows_code on joinings for select
  using (code_hash = (select current_setting('app.join_code', true)));
create policy answers_code on joinings for update
  using (code_hash = (select current_setting('app.join_code', true)) and guest_id is null)
  with check (guest_id = (select current_organization()));
grant select, insert, update, delete on joinings to pushin_app;

select keep_trail_of('joinings');

-- Down Migration
drop table joinings;
