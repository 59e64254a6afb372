import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '../..');
const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('pushin-demo-'));

/** As `npm run demo` does it: a process of its own, an embedded database, far from the school's zone. */
const demo = () =>
  new Promise<{ code: number | string; told: string; err: string }>((resolve) => {
    const { DATABASE_URL: _, ...environment } = process.env;
    execFile(
      process.execPath,
      [path.join(root, 'bin/pushin.js'), 'demo'],
      { env: { ...environment, TZ: 'Pacific/Chatham' }, timeout: 200_000 },
      (error, told, err) => resolve({ code: error ? (error.code ?? 'killed') : 0, told, err }),
    );
  });

describe('the main job, told over a week', () => {
  let ended: Awaited<ReturnType<typeof demo>>;
  let before: readonly string[];
  beforeAll(async () => {
    before = leftovers();
    ended = await demo();
  }, 210_000);

  test('goes as told, in plain text without noise', () => {
    expect(ended).toEqual({ code: 0, told: expect.stringMatching(/^\n1 · Pairing up\n/), err: '' });
    for (const noise of ['✗', '\u001b', '"level"']) expect(ended.told).not.toContain(noise);
  });

  test.each([
    ['waits for the yes', '✓ Nothing happens in Room 12 before the teacher’s yes'],
    ['shows the week as told', 'Writing every day 9:00–9:40'],
    ['comes before the children', '── Mon Nov 2, 7:40 AM ──'],
    ['asks once for both', '✓ Ms. Rivera gets one card for both therapists, and no other.'],
    ['asks the undecided once more, then lets him be', 'I won’t ask about it again.'],
    ['answers with source and age', 'Writing · the teacher said so today'],
    ['says when it will ask', 'I’ll ask Ms. Rivera at 11:40'],
    ['proposes with the reason', 'fits fine motor; no test; K. and Otter together'],
    ['spares the test', '✓ Thursday’s test is not offered.'],
    ['asks the teacher', '[Yes] [Another time] [Not this week]'],
    ['changes both cards', '✓ Both cards, on Teams and on Slack, changed in place.'],
    ['gives a minute to one only', '✓ One holds the room, and the other is told at once'],
    ['lets no old button act', 'That was settled already. This is how it stands.'],
    ['shows the therapist’s name in the teacher’s week', '· Maya Brooks · Writing'],
    ['finds five minutes', 'Friday at 12:10 with Ms. Rivera: it’s set'],
    ['reminds', '12:10: five minutes with Maya Brooks'],
    ['asks in writing where no minute is free', 'have no free minute in common this week'],
    ['disturbs nobody', 'messages that came by themselves, none came while students were with its reader.'],
  ])('%s', (_what, sentence) => {
    expect(ended.told).toContain(sentence);
  });

  test('leaves nothing behind', () => {
    expect(leftovers().filter((name) => !before.includes(name))).toEqual([]);
  });
});
