import { randomBytes } from 'node:crypto';
import type { Shot } from '../../client.ts';
import { fillClasses } from '../fill-classes.ts';
import { keepReady } from '../keep-ready.ts';
import { calm, openPlatforms } from '../platforms.ts';
import { form, signedForSlack, slackMessage, slackTap, teamsTap, toTeams } from '../requests.ts';
import { ask } from '../verdict.ts';
import type { World } from './crashes.ts';

const day = 24 * 3600;

/** Everything a stranger may send; none of it may be heard. */
const forgeries = (teamsUrl: string): (() => Shot)[] => {
  const good = () => slackMessage('U0x0', 'writing tomorrow 10-10:30');
  const tap = { name: 'ask.answer', ref: 'x', value: 'writing' };
  const tampered = (shot: Shot): Shot => ({ ...shot, body: shot.body.replace('writing', 'waiting') });
  const teams = () => teamsTap('U0x1', tap, teamsUrl);
  const activity = () => JSON.parse(teams().body) as Record<string, unknown>;
  const withToken = (token: string): Shot => ({
    ...teams(),
    headers: { ...teams().headers, authorization: token },
  });
  const seconds = () => Math.floor(Date.now() / 1000);
  return [
    () => ({ ...good(), headers: { 'content-type': 'application/json' } }),
    () => signedForSlack('application/json', good().body, { secret: randomBytes(8).toString('hex') }),
    () => signedForSlack(form, slackTap('U0x0', tap, '').body, { secret: 'guess' }),
    () => tampered(good()),
    () => signedForSlack('application/json', good().body, { aheadSeconds: -400 }),
    () => signedForSlack('application/json', good().body, { aheadSeconds: 400 }),
    () => signedForSlack('application/json', good().body, { aheadSeconds: 3650 * day }),
    () => ({ ...good(), headers: { ...good().headers, 'x-slack-request-timestamp': 'Infinity' } }),
    () => ({ ...good(), headers: { ...good().headers, 'x-slack-signature': 'v0=' } }),
    () => ({ ...good(), body: 'null' }),
    () => ({ ...teams(), headers: { 'content-type': 'application/json' } }),
    () => withToken('Basic YTpi'),
    () => withToken('Bearer nonsense'),
    () => withToken(`Bearer ${'a'.repeat(40)}.${'b'.repeat(40)}.${'c'.repeat(40)}`),
    () => toTeams(activity(), teamsUrl, { aud: 'somebody-else' }),
    () => toTeams(activity(), teamsUrl, { iss: 'https://attacker.example' }),
    () => toTeams(activity(), teamsUrl, { exp: seconds() - 3600, nbf: seconds() - 7200 }),
    () => toTeams(activity(), teamsUrl, { nbf: seconds() + 3600 }),
    () => toTeams(activity(), teamsUrl, { serviceurl: 'https://attacker.example/' }),
    () => toTeams({}, teamsUrl),
  ];
};

const refusals = [400, 401, 403, 413];

export const forged = async (world: World, { requests }: { requests: number }) => {
  const platforms = await openPlatforms(calm);
  const teamsUrl = `${platforms.base}/teams`;
  await fillClasses(world.databaseUrl, teamsUrl, 2);
  const [instance] = await keepReady(world, platforms.base, 1);
  const statuses = new Map<number, number>();
  let spoken = 0;
  try {
    const kinds = forgeries(teamsUrl);
    for (let nth = 0; nth < requests; nth += 10) {
      await Promise.all(
        Array.from({ length: Math.min(10, requests - nth) }, async (_, other) => {
          const { path, headers, body } = (
            kinds[(nth + other) % kinds.length] ?? (() => slackMessage('', ''))
          )();
          const response = await fetch(`${instance?.url}${path}`, { method: 'POST', headers, body });
          spoken += (await response.text()).length;
          statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
        }),
      );
    }
    const [rows] = await ask<{ count: number }>(
      world.databaseUrl,
      `select (select count(*) from inbox)::int + (select count(*) from activities)::int as count`,
    );
    const answered = [...statuses].map(([status, count]) => `${count} × ${status}`).join(', ');
    return {
      words: `${requests} of ${kinds.length} kinds: ${answered}; ${spoken} characters said, ${rows?.count} rows written`,
      holds:
        [...statuses.keys()].every((status) => refusals.includes(status)) &&
        spoken === 0 &&
        rows?.count === 0,
    };
  } finally {
    await instance?.stop();
    await platforms.close();
  }
};
