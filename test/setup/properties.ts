import fc from 'fast-check';

/** The same cases in every run, so that a failure is about the change that met it; decision 0021. */
fc.configureGlobal({ seed: Number(process.env['PUSHIN_SEED'] ?? 20260817) });

export { fc };
