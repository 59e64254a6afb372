import type { Card } from '../card.ts';
import { action, muted, text } from './parts.ts';

/** How long somebody wants to hear nothing. */
export const hushes = ['two-hours', 'today', 'for-good', 'over'] as const;
export type Hush = (typeof hushes)[number];

const said: Readonly<Record<Hush, string>> = {
  'two-hours': 'I’m quiet for two hours',
  today: 'I’m quiet until tomorrow',
  'for-good': 'I’m quiet until you want me back',
  over: 'I’m here again',
};

/** Quiet at once, with the ways to make it shorter. */
export const hushCard = (hush: Hush): Card => {
  const tap = (label: string, value: Hush, tone?: 'primary') =>
    action('hush.set', label, '', { value, ...(tone ? { tone } : {}) });
  const quiet = hush !== 'over';
  return {
    kind: 'hush',
    push: said[hush],
    title: said[hush],
    parts: [
      text(
        quiet
          ? 'I keep what waits for you as long as it’s useful. You can still write to me.'
          : 'I write only when no students are with you.',
      ),
      ...(hush === 'for-good' ? [muted('Those you work with see that a question to you was not sent.')] : []),
    ],
    actions: quiet
      ? [
          tap('Write again', 'over', 'primary'),
          ...(hush === 'two-hours' ? [] : [tap('Only two hours', 'two-hours')]),
          ...(hush === 'today' ? [] : [tap('Only today', 'today')]),
        ]
      : [action('settings.open', 'When you may write', '', { opensForm: true })],
  };
};
