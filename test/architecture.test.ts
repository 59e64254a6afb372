import { describe, expect, test } from '@jest/globals';
import * as rules from './architecture/rules.ts';
import { importsOf, readSources, type Source } from './architecture/sources.ts';

const sources = readSources('src', 'adapters');
const lines = (count: number) => Array.from({ length: count }, (_, line) => `// ${line}`).join('\n');

describe('the house as it stands', () => {
  test('was really read', () => {
    expect(sources.length).toBeGreaterThan(40);
    expect(sources.flatMap(importsOf)).toEqual(expect.arrayContaining(['luxon', 'pg', 'src/core/card.ts']));
  });

  test.each([
    ['arrows point inward only', rules.arrowFaults],
    ['the core knows only itself, luxon and zod', rules.corePackageFaults],
    ['each package of the outside has one home', rules.homeFaults],
    ['the core never looks at a clock or rolls dice', rules.impureCoreFaults],
    ['only config.ts reads the environment', rules.environmentFaults],
    ['no file or exported name hides behind a word that says nothing', rules.bannedNameFaults],
  ])('%s', (_rule, faultsOf) => {
    expect(faultsOf(sources)).toEqual([]);
  });

  test('its files are small: half within 80 lines, nine of ten within 200, none over 300', () => {
    const { median, ninetieth } = rules.lengthsOf(sources);
    expect(median).toBeLessThanOrEqual(80);
    expect(ninetieth).toBeLessThanOrEqual(200);
    expect(rules.tooLong(sources, 300)).toEqual([]);
  });
});

describe('the rules see', () => {
  const seen: readonly [string, (given: readonly Source[]) => readonly string[], Source][] = [
    [
      'a core that knows the store',
      rules.arrowFaults,
      file('src/core/card.ts', "import { x } from '../store/pool.ts';"),
    ],
    [
      'a use case that knows an adapter',
      rules.arrowFaults,
      file('src/usecases/ask.ts', "import { x } from '../../adapters/slack/index.ts';"),
    ],
    [
      'a store that knows a use case',
      rules.arrowFaults,
      file('src/store/asks.ts', "import('../usecases/ask.ts')"),
    ],
    [
      'an adapter that knows its neighbor',
      rules.arrowFaults,
      file('adapters/slack/render.ts', "export * from '../teams/render.ts';"),
    ],
    [
      'an adapter that reaches for the store',
      rules.arrowFaults,
      file('adapters/slack/index.ts', "import { x } from '../../src/store/pool.ts';"),
    ],
    ['a side-effect import', rules.arrowFaults, file('src/ports/clock.ts', "import '../usecases/ask.ts'")],
    [
      'a package in the core',
      rules.corePackageFaults,
      file('src/core/words.ts', "import { parse } from 'chrono-node'"),
    ],
    [
      'a Node module in the core',
      rules.corePackageFaults,
      file('src/core/words.ts', "import { x } from 'node:fs';"),
    ],
    [
      'an SDK away from home',
      rules.homeFaults,
      file('src/usecases/ask.ts', "import type { App } from '@slack/bolt'"),
    ],
    [
      'a query builder away from home',
      rules.homeFaults,
      file('src/usecases/ask.ts', "import type {\n  A,\n  B,\n} from 'kysely';"),
    ],
    ['a clock in the core', rules.impureCoreFaults, file('src/core/time.ts', 'const now = Date.now();')],
    ['an environment read elsewhere', rules.environmentFaults, file('src/web/server.ts', 'process.env.PORT')],
    ['a banned file name', rules.bannedNameFaults, file('src/core/time-utils.ts', '')],
    [
      'a banned exported name',
      rules.bannedNameFaults,
      file('src/core/card.ts', 'export interface CardData {}'),
    ],
  ];
  test.each(seen)('%s', (_what, faultsOf, source) => {
    expect(faultsOf([source])).toHaveLength(1);
  });

  test('files that are too long, and which', () => {
    const some = [file('src/a.ts', lines(10)), file('src/b.ts', lines(90)), file('src/c.ts', lines(301))];
    expect(rules.lengthsOf(some)).toEqual({ median: 90, ninetieth: 301 });
    expect(rules.tooLong(some, 300)).toEqual(['src/c.ts: 301 lines']);
  });

  test('nothing wrong where nothing is', () => {
    const fine = file(
      'src/usecases/ask.ts',
      "import type { Trx } from '../store/pool.ts'; const serviceUrl = session;",
    );
    for (const rule of [rules.arrowFaults, rules.homeFaults, rules.bannedNameFaults])
      expect(rule([fine])).toEqual([]);
  });
});

function file(name: string, text: string): Source {
  return { file: name, text };
}
