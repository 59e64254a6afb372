import type { Action } from '../../src/core/card.ts';
import type { Json } from './connector.ts';
import { inert } from './escape.ts';
import { type Opening, tapOf } from './payload.ts';

const styles = { primary: 'positive', danger: 'destructive' } as const;

export const button = (action: Action): Json => {
  const look = {
    title: inert(action.label),
    ...(action.tone !== undefined && { style: styles[action.tone] }),
  };
  if (action.opensForm) return dialogButton(look, tapOf(action));
  const data = tapOf(action);
  // Old clients know no Action.Execute; theirs arrives as a message with a value.
  return {
    type: 'Action.Execute',
    verb: action.name,
    ...look,
    data,
    fallback: { type: 'Action.Submit', ...look, data },
  };
};

export const dialogButton = (look: Json, opening: Opening): Json => ({
  type: 'Action.Submit',
  ...look,
  data: { ...opening, msteams: { type: 'task/fetch' } },
});
