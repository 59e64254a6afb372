import { setTimeout as pause } from 'node:timers/promises';
import { organization } from '../fill-classes.ts';
import { keepReady } from '../keep-ready.ts';
import { calm, openPlatforms } from '../platforms.ts';
import { slackTap } from '../requests.ts';
import { ask } from '../verdict.ts';
import type { World } from './crashes.ts';

/** So many therapists of one room, which writes at 10 and again at 1 each day, so that there is a next best on any. */
const fillRoom = (clients: number): string[] => [
  'truncate organizations cascade',
  'delete from inbox',
  `insert into organizations (id, name) values (${organization}, 'Soak')`,
  `insert into installations (organization_id, platform, tenant_id) values (${organization}, 'slack', 'T0')`,
  `insert into schools (organization_id, id, name, zone, first_bell, last_bell, weekdays)
   values (${organization}, md5('s')::uuid, 'School', 'UTC', 480, 900, '{1,2,3,4,5,6,7}')`,
  `insert into members (organization_id, id, school_id, name, role)
   values (${organization}, md5('t')::uuid, md5('s')::uuid, 'Ms. T', 'teacher')`,
  `insert into classrooms (organization_id, id, school_id, teacher_id, name)
   values (${organization}, md5('c')::uuid, md5('s')::uuid, md5('t')::uuid, 'Room 1')`,
  `insert into blocks (organization_id, classroom_id, weekdays, start_minute, end_minute, kind, with_students)
   select ${organization}, md5('c')::uuid, '{1,2,3,4,5,6,7}', start, start + 30, 'writing', true
   from unnest(array[600, 780]) start`,
  `insert into members (organization_id, id, school_id, name, role, discipline)
   select ${organization}, md5('m' || j)::uuid, md5('s')::uuid, 'Therapist ' || j, 'therapist', 'ot'
   from generate_series(0, ${clients - 1}) j`,
  `insert into addresses (organization_id, platform, tenant_id, user_id, member_id, conversation, seen_at, confirmed_at)
   select ${organization}, 'slack', 'T0', 'U0x' || j, md5('m' || j)::uuid,
     jsonb_build_object('channel', 'D0x' || j), now(), now() from generate_series(0, ${clients - 1}) j`,
  `insert into pairings (organization_id, id, therapist_id, teacher_id, classroom_id, focuses, visit_count, visit_minutes,
     period, state, invited_at)
   select ${organization}, md5('p' || j)::uuid, md5('m' || j)::uuid, md5('t')::uuid, md5('c')::uuid,
     '{fine_motor,handwriting}', 10, 30, 'week', 'active', now() from generate_series(0, ${clients - 1}) j`,
];

interface Size {
  readonly clients: number;
  readonly rounds: number;
  readonly instances: number;
}

/** Everybody taps the same time in the same moment, through several processes; what they got is what Slack shows. */
export const sameSlot = async (world: World, { clients, rounds, instances }: Size) => {
  const platforms = await openPlatforms(calm);
  for (const statement of fillRoom(clients)) await ask(world.databaseUrl, statement);
  const ids = await ask<{ pairing: string; date: string }>(
    world.databaseUrl,
    `select md5('p' || j)::uuid::text as pairing, (current_date + 1)::text as date from generate_series(0, ${clients - 1}) j`,
  );
  const fleet = await keepReady(world, platforms.base, instances);
  let oneWinner = 0;
  let answered = 0;
  let toldOtherwise = 0;
  try {
    for (let round = 0; round < rounds; round += 1) {
      await ask(world.databaseUrl, 'delete from visits');
      platforms.forgetCards();
      const statuses = await Promise.all(
        ids.map(async ({ pairing, date }, client) => {
          const tap = { name: 'visit.propose', ref: pairing, value: `${date}/600` };
          const { path, headers, body } = slackTap(`U0x${client}`, tap, `${platforms.base}/slack/respond`);
          const response = await fetch(`${fleet[client % instances]?.url}${path}`, {
            method: 'POST',
            headers,
            body,
          });
          await response.text();
          return response.status;
        }),
      );
      answered += statuses.filter((status) => status === 200).length;
      for (let tries = 0; platforms.cards().length < clients && tries < 100; tries += 1) await pause(50);
      const cards = platforms.cards();
      const won = cards.filter((card) => /Asked/.test(card)).length;
      const others = cards.filter((card) => /just taken|no longer fits|next best/i.test(card)).length;
      const [held] = await ask<{ count: number }>(
        world.databaseUrl,
        `select count(*)::int from visits where date = current_date + 1 and start_minute = 600`,
      );
      if (held?.count === 1 && won === 1) oneWinner += 1;
      toldOtherwise += others;
    }
    const losers = rounds * (clients - 1);
    return {
      words: `${clients} clients × ${rounds} rounds over ${instances} processes: one winner in ${oneWinner} rounds, ${toldOtherwise} of ${losers} losers told the next times, ${answered} taps answered 200`,
      holds: oneWinner === rounds && toldOtherwise === losers && answered === rounds * clients,
    };
  } finally {
    await Promise.all(fleet.map((instance) => instance.stop()));
    await platforms.close();
  }
};
