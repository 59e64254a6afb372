import type { Card } from '../card.ts';
import { action, muted } from './parts.ts';

/** What a class may see of a card that waits for its reader: that there is one. `ref` is the message’s own. */
export const afterClassCard = (ref: string): Card => ({
  kind: 'after-class',
  push: 'PushIn, after class',
  title: 'For after class',
  parts: [muted('It opens by itself when your students have left.')],
  actions: [action('card.open', 'Open now', ref)],
});
