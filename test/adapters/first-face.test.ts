import { describe, expect, test } from '@jest/globals';
import { renderMessage as renderSlack } from '../../adapters/slack/render.ts';
import { renderMessage as renderTeams } from '../../adapters/teams/render-message.ts';
import type { Card } from '../../src/core/card.ts';
import { findExposed } from '../../src/core/exposure/find-exposed.ts';
import { focusAreas } from '../../src/core/focus-area.ts';
import { disciplines } from '../../src/core/people.ts';
import { cards, type Facts, facts } from '../core/wording/every-card.ts';
import { fc } from '../setup/properties.ts';

/**
 * What a person sees only because she asked for it just then, by a tap or in words; PushIn starts none of these.
 * Everything else may light up on a screen that a class looks at.
 */
const askedFor: ReadonlySet<string> = new Set([
  // Opened by a tap, for that person alone.
  'schedule',
  'what-i-do',
  'prebrief-read',
  'favor-read',
  'request-read',
  'request-draft',
  'touch-base-read',
  'strategy-read',
  'intention-read',
  'visit-word-read',
  // Her own words said back.
  'no-such-place',
  'when-fault',
  'log',
  'minutes',
  'minutes-added',
  'progress',
  'home-note',
  'visit-records',
  'minutes-of-all',
  'logged',
  'touch-bases',
  'week-plan-who',
  'why-not',
  // What the product is for, said to whoever meets it or asks for help.
  'welcome',
  'help',
  'only-therapists',
  'only-teachers',
]);
const sent = (f: Facts): Card[] => cards(f).filter(({ kind }) => !askedFor.has(kind));

/** All that either platform shows or reads out before anything is tapped: notification, summary, face. */
const seen = (card: Card): string => JSON.stringify([card.push, renderSlack(card), renderTeams(card)]);

/** The same day with other children, other work and other words. */
const others = fc.record({
  focuses: fc.uniqueArray(fc.constantFrom(...focusAreas), { minLength: 1, maxLength: 6 }),
  discipline: fc.constantFrom(...disciplines),
  words: fc.constantFrom('Quux has ADHD', 'Zzyzx, see the IEP', 'articulation with Quux'),
});

describe('before anything is tapped, whatever PushIn sends', () => {
  test('looks the same whoever the children are, whatever is worked on and whatever somebody wrote about it', () => {
    fc.assert(
      fc.property(facts, others, others, (f, one, other) => {
        const faces = (g: typeof one) => sent({ ...f, ...g }).map(seen);
        expect(faces(one)).toEqual(faces(other));
      }),
      { numRuns: 25 },
    );
  });

  test('has no word for a student, a diagnosis or a service in it', () => {
    fc.assert(
      fc.property(facts, others, (f, one) => {
        const words = sent({ ...f, ...one }).flatMap((card) => {
          const shown = [
            ...JSON.stringify([card, card.push]).matchAll(
              /"(?:text|title|push|label|value|detail)":"([^"]*)"/g,
            ),
          ];
          return shown.flatMap(([, line = '']) =>
            findExposed(line, ['Quux', 'Zzyzx']).map(({ words: found }) => `${card.kind}: ${found}`),
          );
        });
        expect([...new Set(words)]).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test('is nearly everything there is', () => {
    fc.assert(
      fc.property(facts, (f) => {
        expect(sent(f).length / cards(f).length).toBeGreaterThan(0.75);
      }),
      { numRuns: 3 },
    );
  });
});
