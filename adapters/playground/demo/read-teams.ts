import type { Json } from '../wire.ts';
import type { Ask, Button, Filled, Line, OpenForm, Sheet } from './sheet.ts';
import { chosen } from './sheet.ts';

interface Element extends Json {
  readonly type: string;
}
interface Input extends Element {
  readonly id: string;
  readonly label: string;
  readonly choices?: readonly { readonly title: string; readonly value: string }[];
}
interface Action extends Json {
  readonly type: string;
  readonly title: string;
  readonly data: Json;
}
/** The message a card is in; none for a dialog. */
interface Place {
  readonly seat: string;
  readonly message?: string;
}

/** As Teams shows it: a backslash before a sign only keeps the sign from meaning something. */
const shown = (text: unknown): string =>
  String(text ?? '')
    .replaceAll('\u2060', '')
    .replace(/\\([\\`*_[\]~&#>+=.)-])/g, '$1');

const button = ({ seat, message }: Place, action: Action): Button => ({
  label: shown(action.title),
  press: {
    act: 'teams/tap',
    body: { seat, message, type: action.type, verb: action['verb'], data: action.data },
  },
});

const parts = (element: Element, name: string): readonly Element[] => (element[name] ?? []) as Element[];

const linesOf = (place: Place, element: Element): readonly Line[] => {
  switch (element.type) {
    case 'TextBlock':
      return element['style'] === 'heading' ? [] : [{ text: shown(element['text']) }];
    case 'FactSet':
      return parts(element, 'facts').map((fact) => ({
        text: `${shown(fact['title'])}: ${shown(fact['value'])}`,
      }));
    case 'ActionSet': {
      const actions = parts(element, 'actions') as unknown as Action[];
      return [{ text: '', row: actions.map((action) => button(place, action)) }];
    }
    case 'ColumnSet': {
      const inside = parts(element, 'columns').flatMap((column) => parts(column, 'items'));
      const [action] = inside.flatMap((one) => parts(one, 'actions')) as unknown as Action[];
      const [first, ...rest] = inside
        .filter(({ type }) => type !== 'ActionSet')
        .flatMap((one) => linesOf(place, one));
      return first ? [{ ...first, ...(action ? { button: button(place, action) } : {}) }, ...rest] : rest;
    }
    default:
      return [];
  }
};

export const readCard = (card: Json, place: Place): Sheet => {
  const body = (card['body'] ?? []) as readonly Element[];
  const headings = body.filter((element) => element['style'] === 'heading');
  return {
    title: headings.map((element) => shown(element['text'])).join(' '),
    lines: body.flatMap((element) => linesOf(place, element)),
    buttons: ((card['actions'] ?? []) as readonly Action[]).map((action) => button(place, action)),
  };
};

/** A dialog: a form when there is something to fill in, else a card in a window of its own. */
export const readDialog = (title: string, card: Json, seat: string): Sheet | OpenForm => {
  const sheet = readCard(card, { seat });
  const inputs = (card['body'] as readonly Element[]).filter(({ type }) => type.startsWith('Input.'));
  const [action] = (card['actions'] ?? []) as readonly Action[];
  const drawn = { ...sheet, title: sheet.title || title };
  if (inputs.length === 0 || !action) return drawn;
  return {
    ...drawn,
    buttons: [],
    submit: shown(action.title),
    isTyped: (label) => inputs.some((input) => shown((input as Input).label) === label && !input['choices']),
    fill: (filled) => fill(seat, action, inputs as Input[], filled),
  };
};

const fill = (seat: string, action: Action, inputs: readonly Input[], filled: Filled): Ask => {
  const values = Object.fromEntries(inputs.map(({ id, value }) => [id, value ?? '']));
  for (const [label, given] of Object.entries(filled)) {
    const input = inputs.find((one) => shown(one.label) === label);
    if (!input) throw new Error(`No field “${label}”`);
    const choices = input.choices?.map(({ title, value }) => ({ label: shown(title), value }));
    const pick = (one: string): string => (choices ? chosen(choices, one) : one);
    // Teams sends several choices as one text with commas between.
    values[input.id] = typeof given === 'string' ? pick(given) : given.map(pick).join(',');
  }
  return { act: 'teams/submit', body: { seat, data: { ...action.data, ...values } } };
};
