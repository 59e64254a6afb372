import { chaos } from './chaos.ts';
import { clocks } from './clocks.ts';
import { crashes, type World, wordsOf } from './crashes.ts';
import { duplicates } from './duplicates.ts';
import { forged } from './forged.ts';
import { malformed } from './malformed.ts';
import { oneTenantWaits } from './one-tenant-waits.ts';
import { sameSlot } from './same-slot.ts';
import { sigterm } from './sigterm.ts';

export interface Outcome {
  readonly words: string;
  readonly holds: boolean;
}

/** On Teams nobody can look whether a message arrived; of those sent again a few are twins. */
const MOST_TWINS = 0.001;

const crashRow =
  (size: Parameters<typeof crashes>[1]) =>
  async (world: World): Promise<Outcome> => {
    const { kills, stops, restarts, verdict } = await crashes(world, size);
    const { lost, twiceOnSlack, unmarkedTwins, twiceOnTeams, prompts } = verdict;
    return {
      words: `${kills} kills, ${stops} stops, ${restarts} restarts of Postgres: ${wordsOf(verdict)}`,
      holds: lost === 0 && twiceOnSlack === 0 && unmarkedTwins === 0 && twiceOnTeams <= prompts * MOST_TWINS,
    };
  };

const crowd = { tenants: 100, peopleEach: 100, urgentShare: 0.01 };

/** Every row of the table, at its full size. */
export const rows: Readonly<Record<string, (world: World) => Promise<Outcome>>> = {
  kills: crashRow({ crowd, instances: 3, kills: 150 }),
  stops: crashRow({
    crowd: { ...crowd, tenants: 50 },
    instances: 6,
    kills: 0,
    stops: { count: 50, ms: 22_000, atOnce: 4 },
  }),
  restarts: crashRow({ crowd: { ...crowd, tenants: 50 }, instances: 3, kills: 50, restarts: 4 }),
  chaos: (world) => chaos(world, { crowd: { ...crowd, tenants: 30 }, instances: 3 }),
  sigterm: (world) => sigterm(world, { crowd: { tenants: 20, peopleEach: 40 } }),
  duplicates: (world) => duplicates(world, { requests: 500, instances: 3 }),
  forged: (world) => forged(world, { requests: 2_000 }),
  malformed: (world) => malformed(world, { requests: 10_000 }),
  tenant: (world) => oneTenantWaits(world, { tenants: 50, peopleEach: 40, seconds: 60, instances: 3 }),
  clocks: (world) => clocks(world, { tenants: 30, peopleEach: 20 }),
  slot: (world) => sameSlot(world, { clients: 20, rounds: 500, instances: 3 }),
};
