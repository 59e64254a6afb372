-- Up Migration
-- Where Slack's token rotation is on, a token lives twelve hours, and a second one, good for a single use, brings the next.

alter table installations
  add column sealed_refresh_token text,
  add column token_expires_at timestamptz;

-- Down Migration
alter table installations drop column sealed_refresh_token, drop column token_expires_at;
