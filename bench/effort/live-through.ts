import type { Happening } from '../../adapters/playground/month/happening.ts';

/** Lets everybody in the playground there live through weeks of the diary, and gives what came and what was done. */
export const liveThrough = async (
  url: string,
  weeks: 'two-weeks' | 'six-weeks',
): Promise<readonly Happening[]> => {
  const moved = await fetch(`${url}/playground/api/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ move: weeks }),
  });
  const lived = (await (await fetch(`${url}/playground/api/month`)).json()) as readonly Happening[];
  const skipped = lived.filter(({ what }) => what === 'skipped');
  if (moved.ok && skipped.length === 0) return lived;
  const told = skipped.map((one) => `${new Date(one.at).toISOString()} ${JSON.stringify(one)}`);
  throw new Error(`It did not go as told: ${told.join('\n')}`);
};
