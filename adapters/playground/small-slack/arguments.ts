import { z } from 'zod';
import type { Json } from '../wire.ts';

const parsed = (value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
};

/** A JSON argument, which form bodies carry as text. */
export const jsonObject = z.preprocess(parsed, z.record(z.string(), z.unknown()));

/** A message takes 50 blocks, a view 100: docs.slack.dev/reference/block-kit/blocks. */
export const blockList = (most: number) =>
  z.preprocess(parsed, z.array(z.looseObject({ type: z.string() })).max(most));

export const viewDefinition = z.preprocess(
  parsed,
  z.looseObject({ type: z.enum(['modal', 'home']), blocks: blockList(100) }),
) as z.ZodType<Json>;
