import { describe, expect, test } from '@jest/globals';
import { renderMessage } from '../../adapters/slack/render.ts';
import { renderForm as renderModal } from '../../adapters/slack/render-form.ts';
import { cardView, renderHome } from '../../adapters/slack/render-view.ts';
import { renderCard } from '../../adapters/teams/render.ts';
import { renderForm as renderDialog } from '../../adapters/teams/render-form.ts';
import { cards, facts, forms } from '../core/wording/every-card.ts';
import { fc } from '../setup/properties.ts';
import { messageSchema, viewSchema } from './slack/block-kit.ts';
import { adaptiveCardSchema } from './teams/adaptive-card-schema.ts';

const whateverTheFacts = (hold: (f: typeof facts extends fc.Arbitrary<infer T> ? T : never) => void) =>
  fc.assert(fc.property(facts, hold), { numRuns: 40 });

describe('every card PushIn has', () => {
  test('is a message, a home page and a dialog that Slack takes', () => {
    whateverTheFacts((f) => {
      for (const card of cards(f)) {
        messageSchema.parse(renderMessage(card));
        viewSchema.parse(renderHome(card));
        viewSchema.parse(cardView(card));
      }
    });
  });

  test('is a card that Teams takes', () => {
    whateverTheFacts((f) => {
      for (const card of cards(f)) adaptiveCardSchema.parse(renderCard(card));
    });
  });
});

test('every form PushIn has is a modal on Slack and a dialog on Teams', () => {
  const origin = { opening: { words: 'pair' }, openedAt: 'f:1' };
  whateverTheFacts((f) => {
    for (const form of forms(f)) {
      expect(viewSchema.parse(renderModal(form))).toBeDefined();
      expect(adaptiveCardSchema.parse(renderDialog(form, origin))).toBeDefined();
    }
  });
});
