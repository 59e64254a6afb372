import { readdirSync, readFileSync } from 'node:fs';

/** Lines between one place looked at and the next, and lines of each: some sixty changes. */
const [APART, LONG] = [600, 3];

/** A sample of what is decided, from everywhere in the core, fixed by its place; rules only, not lists of words. */
const sampled = () => {
  const places = [];
  let before = 0;
  for (const file of readdirSync('src/core', { recursive: true }).sort()) {
    if (!file.endsWith('.ts') || /wording|lexicon|moves\//.test(file)) continue;
    const lines = readFileSync(`src/core/${file}`, 'utf8').split('\n').length - 1;
    for (let line = 1; line <= lines; line += 1)
      if ((before + line) % APART === 0) places.push(`src/core/${file}:${line}-${line + LONG - 1}`);
    before += lines;
  }
  return places;
};

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
    mutate: sampled(),
    tests: ['test/core/**/*.test.ts'],
    atLeast: 85,
  },
};

export const reportOf = (part) => `coverage/mutation-${part}.json`;
