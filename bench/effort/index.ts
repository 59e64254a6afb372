/** `npm run bench:effort`: what six weeks of the demo school ask of each person; see docs/figures.md. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zone } from '../../adapters/playground/maple-street.ts';
import { readConfig } from '../../src/config.ts';
import { instantOf } from '../../src/core/time.ts';
import { startApp } from '../../src/main.ts';
import { liveThrough } from './live-through.ts';
import { type Week, weeksOf } from './reckon.ts';

const FIRST_MONDAY = instantOf('2026-11-02', 0, zone);

const dataDir = await mkdtemp(join(tmpdir(), 'pushin-effort-'));
const reading = readConfig({
  PORT: process.env['PORT'] ?? '3917',
  PUSHIN_DATA_DIR: dataDir,
  PUSHIN_PLAYGROUND: 'on',
  LOG_LEVEL: 'warn',
});
if (!reading.ok) throw new Error(reading.faults.join('\n'));
const app = await startApp(reading.config);

const heads = [
  'person',
  'week',
  'asks',
  'messages',
  'taps',
  'typed',
  'answering',
  'reading',
  'visits',
  'taps a visit',
];
const cells = (week: Week): string[] => [
  week.person,
  String(week.week + 1),
  String(week.asks),
  String(week.messages),
  String(week.taps),
  String(week.typed),
  `${Math.round(week.seconds)} s`,
  `${Math.round(week.reading)} s`,
  String(week.visits),
  week.visits === 0 ? '' : (week.taps / week.visits).toFixed(1),
];

try {
  const began = performance.now();
  const happenings = await liveThrough(app.url, 'six-weeks');
  const rows = [heads, ...weeksOf(happenings, FIRST_MONDAY).map(cells)];
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  console.log(
    `\n${happenings.length} happenings, told in ${Math.round((performance.now() - began) / 1000)} s.`,
  );
  if (process.argv.includes('--all'))
    for (const one of happenings)
      console.log(
        new Date(one.at).toISOString(),
        one.person,
        one.what === 'did'
          ? `${one.taps} taps, ${one.typed} words: ${one.about} (${one.occasion})`
          : 'words' in one
            ? one.words.replaceAll('\n', ' | ')
            : one.what,
      );
} finally {
  await app.stop();
  await rm(dataDir, { recursive: true, force: true });
}
