import { z } from 'zod';

/**
 * Block Kit as its reference pages describe it (docs.slack.dev/reference/block-kit), for the blocks PushIn draws.
 * Written apart from the adapter's own limits, strict about unknown keys, so that a slip in one shows in the other.
 */
const id = z.string().min(1).max(255);
const plain = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(max), emoji: z.boolean() });

const button = z.strictObject({
  type: z.literal('button'),
  action_id: id,
  text: plain(75),
  value: z.string().min(1).max(2000),
  style: z.enum(['primary', 'danger']).optional(),
});
const option = z.strictObject({ text: plain(75), value: z.string().min(1).max(75) });
const options = z.array(option).min(1).max(100);
const groups = z
  .array(z.strictObject({ label: plain(75), options }))
  .min(1)
  .max(100);
const few = z.array(option).min(1).max(10);

const select = { action_id: id, options: options.optional(), option_groups: groups.optional() };
const element = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.literal('plain_text_input'),
      action_id: id,
      multiline: z.boolean().optional(),
      max_length: z.number().int().min(1).max(3000),
      initial_value: z.string().min(1).max(3000).optional(),
      placeholder: plain(150).optional(),
    })
    .refine((input) => (input.initial_value?.length ?? 0) <= input.max_length),
  z.strictObject({ type: z.literal('static_select'), ...select, initial_option: option.optional() }),
  z.strictObject({ type: z.literal('multi_static_select'), ...select, initial_options: options.optional() }),
  z.strictObject({
    type: z.literal('radio_buttons'),
    action_id: id,
    options: few,
    initial_option: option.optional(),
  }),
  z.strictObject({
    type: z.literal('checkboxes'),
    action_id: id,
    options: few,
    initial_options: few.optional(),
  }),
  z.strictObject({
    type: z.literal('datepicker'),
    action_id: id,
    initial_date: z.iso.date().optional(),
  }),
  z.strictObject({
    type: z.literal('timepicker'),
    action_id: id,
    initial_time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
  }),
]);

const richText = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    text: z.string().min(1),
    style: z.strictObject({ bold: z.boolean() }).optional(),
  }),
  z.strictObject({ type: z.literal('link'), url: z.url().max(3000), text: z.string().min(1) }),
]);

const shared = [
  z.strictObject({ type: z.literal('header'), text: plain(150) }),
  z.strictObject({ type: z.literal('section'), text: plain(3000), accessory: button.optional() }),
  z.strictObject({ type: z.literal('context'), elements: z.array(plain(3000)).min(1).max(10) }),
  z.strictObject({ type: z.literal('divider') }),
  z.strictObject({ type: z.literal('actions'), elements: z.array(button).min(1).max(25) }),
  z.strictObject({
    type: z.literal('rich_text'),
    elements: z
      .array(z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(richText).min(1) }))
      .min(1),
  }),
] as const;

const input = z.strictObject({
  type: z.literal('input'),
  block_id: id,
  label: plain(2000),
  element,
  optional: z.boolean(),
  hint: plain(2000).optional(),
  dispatch_action: z.boolean().optional(),
});

type Loose = { type: string; block_id?: string; elements?: unknown[] };
const distinct = (names: (string | undefined)[]): boolean => {
  const named = names.filter((name) => name !== undefined);
  return new Set(named).size === named.length;
};
const blocksOf = (schema: z.ZodType, max: number) =>
  z
    .array(schema)
    .min(1)
    .max(max)
    .refine((blocks) => distinct((blocks as Loose[]).map((block) => block.block_id)), 'block_id twice')
    .refine(
      (blocks) =>
        (blocks as Loose[]).every((block) =>
          distinct((block.elements as { action_id?: string }[] | undefined)?.map((el) => el.action_id) ?? []),
        ),
      'action_id twice in a block',
    );

export const messageSchema = z.object({
  text: z.string().min(1).max(40_000),
  blocks: blocksOf(z.discriminatedUnion('type', shared), 50),
});

const title = plain(24);
export const viewSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('home'),
    blocks: blocksOf(z.discriminatedUnion('type', shared), 100),
  }),
  z
    .strictObject({
      type: z.literal('modal'),
      title,
      submit: title.optional(),
      callback_id: id.optional(),
      private_metadata: z.string().max(3000).optional(),
      blocks: blocksOf(z.discriminatedUnion('type', [...shared, input]), 100),
    })
    .refine(
      (view) =>
        view.submit !== undefined || !(view.blocks as Loose[]).some((block) => block.type === 'input'),
      'a modal with inputs needs a submit button',
    ),
]);

/** Every place a text object could be read as markup; PushIn must have none. */
export const markupIn = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value.flatMap(markupIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = (value as { type?: unknown }).type === 'mrkdwn' ? [value] : [];
  return [...own, ...Object.values(value).flatMap(markupIn)];
};
