import type { Card } from '../card.ts';

const plain = (kind: string, text: string): Card => ({
  kind,
  push: text,
  parts: [{ kind: 'text', text }],
  actions: [],
});

/** Something of ours broke before anything was done. */
export const troubleCard = (): Card =>
  plain('trouble', 'I can’t reach my notes right now, so nothing was changed. Please try again in a minute.');

/** The answer takes longer than the platform waits; it follows by itself. */
export const slowCard = (): Card => plain('slow', 'Still on it. The answer will appear here in a moment.');

export const strangerCard = (): Card =>
  plain(
    'stranger',
    'I only work with the staff of schools that have set me up. Your IT person can help with that.',
  );

/** A button or form this version no longer knows, or one on somebody else's card: which of them is nobody's business. */
export const outdatedCard = (): Card =>
  plain(
    'outdated',
    'That button is somebody else’s, or from an older version of me. Write “help” to see what I can do for you.',
  );

export const tooLongCard = (limit: number): Card =>
  plain('too-long', `That is more than I can read at once. Please keep it under ${limit} characters.`);

/** Faster than anybody taps: something is stuck, or somebody tries things out. */
export const tooFastCard = (): Card =>
  plain('too-fast', 'That is more than I can follow. Please wait a minute and try again.');

export const waitingFormText = 'One moment…';
/** The button that opens a form where words alone cannot. */
export const openFormLabel = 'Open';
