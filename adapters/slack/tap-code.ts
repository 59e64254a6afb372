import { z } from 'zod';
import type { Action } from '../../src/core/card.ts';
import { limits } from './limits.ts';
import { exact } from './text.ts';

/** What a button carries through Slack and back. Ids are opaque; who may act is asked again at the tap. */
const tapCode = z.object({
  name: z.string().min(1),
  ref: z.string(),
  value: z.string().optional(),
  version: z.number().int().optional(),
  opensForm: z.literal(true).optional(),
});
export type TapCode = Readonly<z.infer<typeof tapCode>>;

export const encodeTap = ({ name, ref, value, version, opensForm }: Action): string =>
  exact(JSON.stringify({ name, ref, value, version, opensForm }), limits.buttonValue, `value of ${name}`);

/** Undefined for a button this version did not draw. */
export const decodeTap = (actionId: string, value: string | undefined): TapCode | undefined => {
  if (value === undefined || !value.startsWith('{')) return undefined;
  try {
    const parsed = tapCode.safeParse(JSON.parse(value));
    return parsed.success && actionId.startsWith(`${parsed.data.name}#`) ? parsed.data : undefined;
  } catch {
    return undefined;
  }
};

/** A tap that says the same words again, this time with a trigger that can open a form. */
export const sayAgain = 'words.again';
