import type { Caseload } from './caseload.ts';

const THOUSANDTHS = 1000;

/** Every objective of this caseload is a multiple of it; 0 where the weights are finer than thousandths. */
export const grainOf = ({ weights, fit }: Pick<Caseload, 'weights' | 'fit'>): number => {
  const worths = [...Object.values(weights), ...Object.values(fit).flatMap((row) => Object.values(row))];
  const whole = worths.map((worth) => worth * THOUSANDTHS);
  if (whole.some((worth) => Math.abs(worth - Math.round(worth)) > 1e-6)) return 0;
  return whole.reduce((sum, worth) => divisor(Math.round(worth), sum), 0) / THOUSANDTHS;
};

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
