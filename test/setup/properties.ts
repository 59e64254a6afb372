import fc from 'fast-check';

fc.configureGlobal({
  // The same cases in every run, so that a failure is about the change that met it; decision 0021.
  seed: Number(process.env['PUSHIN_SEED'] ?? 20260817),
  // Whether a change is noticed needs no smallest example.
  endOnFailure: process.env['MUTATION_PART'] !== undefined,
});

export { fc };
