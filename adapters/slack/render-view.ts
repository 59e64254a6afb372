import type { HomeView, ModalView } from '@slack/types';
import type { Card } from '../../src/core/card.ts';
import { waitingFormText } from '../../src/core/wording/trouble.ts';
import { limits } from './limits.ts';
import { cardBlocks } from './render.ts';
import { cut, plain } from './text.ts';

/** Form submissions come back under this name; anything else is a dialog of another version. */
export const formCallback = 'pushin.form';

export const renderHome = (card: Card): HomeView => ({
  type: 'home',
  blocks: cardBlocks(card, limits.blocksInView),
});

/** The dialog shown at once, while the form is still being looked up. */
export const waitingView = (title: string): ModalView => ({
  type: 'modal',
  title: plain(title, limits.viewTitle),
  blocks: [{ type: 'section', text: plain(waitingFormText, limits.text) }],
});

/** An answer in a dialog that was opened for a form but got a card. */
export const cardView = (card: Card): ModalView => ({
  type: 'modal',
  title: plain(cut(card.title ?? 'PushIn', limits.viewTitle), limits.viewTitle),
  blocks: cardBlocks(
    card.title === undefined || card.title.length > limits.viewTitle ? card : withoutTitle(card),
    limits.blocksInView,
  ),
});

const withoutTitle = ({ kind, push, parts, actions }: Card): Card => ({
  kind,
  push,
  parts: parts.length === 0 ? [{ kind: 'text', text: push }] : parts,
  actions,
});
