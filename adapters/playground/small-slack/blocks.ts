import { randomBytes } from 'node:crypto';
import type { Json, Values } from '../wire.ts';

export interface Element {
  readonly blockId: string;
  readonly actionId: string;
  readonly element: Json;
  readonly input: Json | undefined;
}

const shortId = (): string => randomBytes(3).toString('base64url');
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;

const withActionId = (element: unknown): unknown =>
  isJson(element) && element['type'] !== 'image' && element['action_id'] === undefined && 'type' in element
    ? { ...element, action_id: shortId() }
    : element;

/** Slack names every block and interactive element that came without a name. */
export const withIds = (blocks: readonly Json[]): readonly Json[] =>
  blocks.map((block) => ({
    ...block,
    block_id: block['block_id'] ?? shortId(),
    ...(block['type'] === 'actions' && Array.isArray(block['elements'])
      ? { elements: block['elements'].map(withActionId) }
      : {}),
    ...(block['accessory'] === undefined ? {} : { accessory: withActionId(block['accessory']) }),
    ...(block['element'] === undefined ? {} : { element: withActionId(block['element']) }),
  }));

/** Everything that can be tapped or filled in. */
export const elementsOf = (blocks: readonly Json[]): readonly Element[] =>
  blocks.flatMap((block) => {
    const listed = block['type'] === 'actions' && Array.isArray(block['elements']) ? block['elements'] : [];
    const inside: unknown[] = [...listed, block['accessory'], block['element']];
    return inside
      .filter(isJson)
      .filter((element) => typeof element['action_id'] === 'string')
      .map((element) => ({
        blockId: String(block['block_id']),
        actionId: String(element['action_id']),
        element,
        input: block['type'] === 'input' ? block : undefined,
      }));
  });

const options = (element: Json): readonly Json[] => [
  ...((element['options'] as Json[] | undefined) ?? []),
  ...((element['option_groups'] as { options: Json[] }[] | undefined) ?? []).flatMap(
    (group) => group.options,
  ),
];

const selectOf: Readonly<Record<string, string>> = {
  datepicker: 'date',
  timepicker: 'time',
  datetimepicker: 'date_time',
};

/** What an element holds, as Slack reports it; `given` is what the person chose, else what it began with. */
export const filled = (element: Json, given: string | readonly string[] | undefined): Json => {
  const type = String(element['type']);
  switch (type) {
    case 'static_select':
    case 'radio_buttons':
    case 'overflow': {
      const chosen = options(element).find((option) => option['value'] === given);
      return {
        type,
        selected_option: chosen ?? (given === undefined ? (element['initial_option'] ?? null) : null),
      };
    }
    case 'checkboxes':
    case 'multi_static_select': {
      if (given === undefined) return { type, selected_options: element['initial_options'] ?? [] };
      const wanted = new Set(given);
      return {
        type,
        selected_options: options(element).filter((option) => wanted.has(String(option['value']))),
      };
    }
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker': {
      const word = selectOf[type];
      return { type, [`selected_${word}`]: (given ?? element[`initial_${word}`]) || null };
    }
    default:
      return { type, value: (given ?? element['initial_value']) || null };
  }
};

export const isBlank = (state: Json): boolean =>
  Object.entries(state).every(
    ([name, value]) => name === 'type' || value === null || (Array.isArray(value) && value.length === 0),
  );

/** `state.values` of a message or view. */
export const stateOf = (blocks: readonly Json[], values: Values): Json => {
  const state: Record<string, Record<string, Json>> = {};
  for (const { blockId, actionId, element } of elementsOf(blocks)) {
    if (element['type'] === 'button' || element['type'] === 'overflow') continue;
    state[blockId] = { ...state[blockId], [actionId]: filled(element, values[blockId]?.[actionId]) };
  }
  return { values: state };
};
