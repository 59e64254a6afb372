import type { Card, Part } from '../card.ts';
import type { LocalDate } from '../time.ts';
import { action, muted, note, text } from './parts.ts';

interface SchoolName {
  readonly id: string;
  readonly name: string;
}

/** Among more buttons than these nobody finds theirs sooner than they write its name. */
const MOST_BUTTONS = 5;
/** In characters: a button carries what was said, and Slack's holds little. */
const LONGEST_CARRIED = 300;

/** To a coordinator of several schools who named none. */
export const whichSchoolCard = (schools: readonly SchoolName[], said: string, today: LocalDate): Card => {
  const carried = { value: `${today} ${said}` };
  const fits = said.length <= LONGEST_CARRIED;
  const buttons = fits && schools.length <= MOST_BUTTONS;
  const all = schools.length === 2 ? 'Both' : `All ${schools.length} schools`;
  return {
    ...note('which-school', 'For which school?'),
    parts: [
      muted('Nothing was changed yet.'),
      ...(buttons ? [] : [text(`Say it with the school’s name, like “… at ${schools[0]?.name ?? ''}”.`)]),
    ],
    actions: [
      ...(buttons ? schools.map(({ id, name }) => action('change.at', name, id, carried)) : []),
      ...(fits ? [action('change.at', all, '', carried)] : []),
    ],
  };
};

/** Tapped on a later day: “tomorrow” would be another. */
export const saidBeforeCard = (): Card =>
  note('which-school', 'That was said on another day', 'Nothing was changed. Please tell me again.');

/** What was said of several schools, each with its own way back. */
export const toldSchoolsCard = (told: readonly { readonly school: string; readonly card: Card }[]): Card => ({
  kind: 'change',
  push: 'Noted',
  parts: told.map(({ school, card }): Part => {
    const [undo, ...more] = [...card.actions].reverse();
    const words = card.parts.flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join('\n');
    if (undo === undefined) return text(`${school}: ${card.title ?? ''}\n${words}`);
    const [also] = more;
    return {
      kind: 'option',
      text: card.title ?? school,
      detail: words,
      action: undo,
      ...(also ? { second: also } : {}),
    };
  }),
  actions: [],
});
