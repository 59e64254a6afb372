/** What must not go wrong unnoticed, each with the tests that are to notice. None of them needs a database. */
export const parts = {
  authorization: {
    mutate: ['src/core/rights.ts', 'src/usecases/refuse.ts'],
    tests: ['test/usecases/{refuse,rights}.test.ts'],
  },
  'quiet-hours': {
    mutate: ['src/core/quiet-hours.ts'],
    tests: ['test/core/quiet-hours.test.ts', 'test/core/calendar/several-schools.test.ts'],
  },
  booking: {
    mutate: ['src/core/{displaced-by,possible-visits,propose}.ts', 'src/core/calendar/visit-stands.ts'],
    tests: ['test/core/{propose,visit-stands,why-not}.test.ts'],
  },
};
