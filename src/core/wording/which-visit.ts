import type { Card, Part } from '../card.ts';
import type { LocalDate, Span } from '../time.ts';
import type { VisitState } from '../visit-state.ts';
import { formatWhen } from './clock-words.ts';
import { action, muted, note } from './parts.ts';

interface VisitToOpen extends Span {
  readonly id: string;
  readonly date: LocalDate;
  readonly state: VisitState;
}

/** Leads from a line about a visit to its card, where everything can be done with it. */
export const openVisit = ({ id, state }: Pick<VisitToOpen, 'id' | 'state'>, forTeacher: boolean) =>
  action('visit.show', forTeacher && state === 'proposed' ? 'Answer' : 'Open', id);

/** A week's visits of a full caseload are more than anybody reads in a list. */
const MOST_LISTED = 8;

/** Words that may mean several visits: each is one tap away. */
export const whichVisitCard = (
  visits: readonly (VisitToOpen & { readonly words: string })[],
  forTeacher: boolean,
  today: LocalDate,
): Card => ({
  kind: 'which-visit',
  push: 'Which visit do you mean?',
  title: 'Which visit do you mean?',
  parts: [
    ...visits.slice(0, MOST_LISTED).map(
      (visit): Part => ({
        kind: 'option',
        text: `${formatWhen(visit.date, visit, today)} · ${visit.words}`,
        action: openVisit(visit, forTeacher),
      }),
    ),
    muted('Nothing was changed yet.'),
  ],
  actions: visits.length > MOST_LISTED ? [action('week.show', 'My week', '')] : [],
});

/** None is what they mean; `then`: of the day or hour they name. */
export const noVisitCard = (then: boolean, forTeacher: boolean): Card => ({
  ...note('which-visit', then ? 'No visit is planned then' : 'No visit is planned yet'),
  actions: [
    ...(forTeacher ? [] : [action('schedule.show', 'Find good times', '')]),
    action('week.show', 'My week', ''),
  ],
});
