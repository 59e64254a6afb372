import { readdirSync } from 'node:fs';

/** A sample of what is decided, fixed by its names: every thirtieth file that holds rules, not words. */
const everyThirtieth = readdirSync('src/core', { recursive: true })
  .filter((file) => file.endsWith('.ts') && !/wording|lexicon|moves\//.test(file))
  .sort()
  .filter((_, index) => index % 30 === 29)
  .map((file) => `src/core/${file}`);

/**
 * What must not go wrong unnoticed, each with the tests that are to notice, and how many of a hundred changes they must.
 * None of them needs a database.
 */
export const parts = {
  authorization: {
    mutate: ['src/core/rights.ts', 'src/usecases/refuse.ts'],
    tests: ['test/usecases/{refuse,rights}.test.ts'],
    atLeast: 95,
  },
  'quiet-hours': {
    mutate: ['src/core/quiet-hours.ts'],
    tests: ['test/core/quiet-hours.test.ts', 'test/core/calendar/several-schools.test.ts'],
    atLeast: 95,
  },
  booking: {
    mutate: ['src/core/{displaced-by,possible-visits,propose}.ts', 'src/core/calendar/visit-stands.ts'],
    tests: ['test/core/{propose,visit-stands,why-not}.test.ts'],
    atLeast: 95,
  },
  core: {
    mutate: everyThirtieth,
    tests: ['test/core/**/*.test.ts', 'test/planning/exact.test.ts'],
    atLeast: 85,
  },
};

export const reportOf = (part) => `coverage/mutation-${part}.json`;
