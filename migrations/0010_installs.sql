-- Up Migration
-- A Slack workspace that installs PushIn by itself brings a token, kept sealed; one that takes PushIn off again, or
-- whose token Slack no longer takes, is off: no door finds its organization, and nothing is sent to it.

alter table installations
  add column sealed_token text,
  add column off_at timestamptz,
  add column off_reason text check (length(off_reason) <= 40);

-- The platform says that this account is closed, or a guest's by now: whoever comes from it is a stranger.
alter table addresses add column closed_at timestamptz;

create or replace function organization_of(wanted_platform text, wanted_tenant text) returns uuid language plpgsql as $$
begin
  perform set_config('app.tenant', wanted_platform || ':' || wanted_tenant, true);
  return (select organization_id from installations
    where platform = wanted_platform and tenant_id = wanted_tenant and off_at is null);
end $$;

-- Somebody on their way through Slack's consent page, before any organization is known. A row is seen only by who
-- knows its state, which went to the browser and comes back from Slack; both are kept as hashes.
create table install_attempts (
  state_hash text primary key,
  browser_hash text not null,
  expires_at timestamptz not null
);
alter table install_attempts enable row level security, force row level security;
create policy knows_state on install_attempts
  using (state_hash = current_setting('app.install_state', true) or expires_at < now())
  with check (state_hash = current_setting('app.install_state', true));
grant select, insert, delete on install_attempts to pushin_app;

-- The server and the database that send. A restored copy finds another place written here and is silent until an
-- operator arms it, so that nobody is written to twice.
create table homes (
  only_one boolean primary key default true check (only_one),
  place text not null
);
alter table homes enable row level security, force row level security;
create policy owner_only on homes using (true) with check (true);

-- Down Migration
drop table homes;
alter table addresses drop column closed_at;
drop table install_attempts;
create or replace function organization_of(wanted_platform text, wanted_tenant text) returns uuid language plpgsql as $$
begin
  perform set_config('app.tenant', wanted_platform || ':' || wanted_tenant, true);
  return (select organization_id from installations where platform = wanted_platform and tenant_id = wanted_tenant);
end $$;
alter table installations drop column sealed_token, drop column off_at, drop column off_reason;
