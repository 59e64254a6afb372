// The least a queue on Postgres can do: claim one row nobody else has, post it, write down that it was sent.
import pg from 'pg';

const { DATABASE_URL, TARGET } = process.env;
const client = new pg.Client(DATABASE_URL);
await client.connect();
for (;;) {
  const { rows } = await client.query(
    `update outbox set state = 'sending', lease_until = now() + interval '20 seconds' where id = (
       select id from outbox where state = 'queued' order by due_at limit 1 for update skip locked) returning id`,
  );
  const [row] = rows;
  if (!row) break;
  const body = new URLSearchParams({
    channel: 'D0x0',
    metadata: JSON.stringify({ event_payload: { key: row.id } }),
  });
  const response = await fetch(`${TARGET}/slack/api/chat.postMessage`, { method: 'POST', body });
  await response.text();
  await client.query(`update outbox set state = 'sent', lease_until = null, sent_at = now() where id = $1`, [
    row.id,
  ]);
}
await client.end();
