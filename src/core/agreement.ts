/** How two people want to work in one room (needs 20, 25); the words are in wording/agreement.ts. */
export const entries = ['slip_in', 'wave', 'knock'] as const;
export const noises = ['whisper', 'table_talk', 'as_class'] as const;
export const interruptings = ['never', 'between', 'anytime'] as const;
export const contacts = ['before', 'prep', 'after', 'writing'] as const;

export interface Agreement {
  readonly entry: (typeof entries)[number];
  readonly noise: (typeof noises)[number];
  readonly interrupting: (typeof interruptings)[number];
  readonly contact: (typeof contacts)[number];
  readonly words: string;
}

/** Until they say otherwise: as a guest would. */
export const usualAgreement: Agreement = {
  entry: 'slip_in',
  noise: 'whisper',
  interrupting: 'between',
  contact: 'writing',
  words: '',
};
