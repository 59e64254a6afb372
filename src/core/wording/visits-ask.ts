import type { ActivityKind } from '../activity-kind.ts';
import type { Card, Part } from '../card.ts';
import { type LocalDate, mondayOf, type Span } from '../time.ts';
import type { VisitSetting } from '../visit-setting.ts';
import type { VisitState } from '../visit-state.ts';
import { formatSpan, shortDate, worded } from './clock-words.ts';
import { action, muted, text } from './parts.ts';
import { AFTER_ALL } from './visit.ts';
import { askedFor, whatWords } from './visit-settings.ts';

export interface AskedVisit extends Span {
  readonly id: string;
  readonly version: number;
  readonly classroomName: string;
  readonly date: LocalDate;
  readonly kind: ActivityKind;
  readonly setting: VisitSetting;
  readonly state: VisitState;
  /** Nothing can be changed about it any more. */
  readonly hasBegun: boolean;
}

/** For the teacher: all that one therapist asks of her classes in a week, on one card. */
export const visitsAskCard = (
  bundle: {
    readonly id: string;
    readonly therapistName: string;
    readonly visits: readonly AskedVisit[];
  },
  hint?: string,
): Card => {
  const { id, therapistName, visits } = bundle;
  const open = visits.filter((visit) => visit.state === 'proposed' && !visit.hasBegun);
  const answered = visits.length - open.length;
  const asked = askedFor(open.map(({ setting }) => setting));
  const week = shortDate(mondayOf(visits[0]?.date ?? '2000-01-03'));
  // Asked beside a card for the whole week, a single one is told from it by its day.
  const only = visits.length === 1 ? visits[0] : undefined;
  return {
    kind: 'visits-ask',
    push: open.length > 0 ? `${therapistName} ${asked.push}` : `Your visits with ${therapistName}`,
    title:
      open.length > 0
        ? `${therapistName} ${asked.wish} ${only === undefined ? `in the week of ${week}` : `on ${worded(only.date, 'cccc, LLL d')}`}`
        : `${therapistName} in your class, week of ${week}`,
    parts: [
      ...(hint === undefined ? [] : [text(hint)]),
      ...(open.length > 0
        ? [
            text(
              only === undefined
                ? 'Say what suits you, all at once or one by one; no reason needed.'
                : 'Just say what suits you; no reason needed.',
            ),
          ]
        : []),
      ...visits.map((visit) => visitPart(visit, open.indexOf(visit) < MOST_WITH_BUTTONS)),
      ...(visits.some((visit) => visit.state === 'agreed' && !visit.hasBegun)
        ? [muted('If a day changes, just tap. No reason needed.')]
        : []),
    ],
    actions:
      open.length === 0
        ? []
        : [
            action('visits.accept', yesTo(open.length, answered), id, {
              value: 'yes',
              // Changes with every answer, so that a tap on it is a new one.
              version: visits.reduce((sum, { version }) => sum + version, 0),
              tone: 'primary',
            }),
          ],
  };
};

/** A Teams card holds 28 KB, and a visit with two buttons is about one of them. */
const MOST_WITH_BUTTONS = 10;

const visitPart = (visit: AskedVisit, hasButtons: boolean): Part => {
  const { id, version } = visit;
  const when = `${worded(visit.date, 'ccc, LLL d')} ${formatSpan(visit)}`;
  const words = `${when} · ${whatWords(visit)} · ${visit.classroomName}`;
  const tap = (label: string, value: string) => action('visit.answer', label, id, { value, version });
  const afterAll = tap('Yes, after all', AFTER_ALL);
  if (visit.hasBegun && visit.state === 'agreed') return text(`${words}: agreed.`);
  if (visit.hasBegun) return muted(`${words}: no visit then.`);
  switch (visit.state) {
    case 'proposed':
      if (!hasButtons) return text(words);
      return {
        kind: 'option',
        text: words,
        action: tap('Another time', 'another'),
        second: tap('Not this week', 'not-this-week'),
      };
    case 'agreed':
      return {
        kind: 'option',
        text: words,
        detail: 'Agreed.',
        action: tap('Another time after all', 'another'),
      };
    case 'another':
      return { kind: 'option', text: words, detail: 'Another time instead.', action: afterAll };
    case 'not_this_week':
      return {
        kind: 'option',
        text: words,
        detail: 'Not this week. You won’t be asked again for it.',
        action: afterAll,
      };
    case 'displaced':
      return muted(`${words}: the day changed, so nobody comes then.`);
    case 'held':
    case 'withdrawn':
    case 'expired':
      return muted(`${words}: no longer asked.`);
  }
};

const yesTo = (open: number, answered: number): string => {
  if (answered > 0) return 'Yes to the rest';
  return open === 1 ? 'Yes' : 'Yes to all';
};
