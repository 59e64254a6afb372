import { z } from 'zod';

/** Adaptive Cards 1.5, as far as PushIn uses it: strict, so that anything else is a mistake. */
const title = z.string().min(1).max(75);
const style = z.enum(['default', 'positive', 'destructive']).optional();
const data = z.record(z.string(), z.unknown());

const submit = z.strictObject({ type: z.literal('Action.Submit'), title, style, data });
const execute = z.strictObject({
  type: z.literal('Action.Execute'),
  title,
  style,
  verb: z.string().min(1),
  data,
  fallback: submit,
});
const action = z.discriminatedUnion('type', [submit, execute]);
/** Leads out of the chat; only ever below words, never at the foot of a card. */
const openUrl = z.strictObject({ type: z.literal('Action.OpenUrl'), title, url: z.url() });

const placed = {
  spacing: z.enum(['None', 'Small', 'Default', 'Medium', 'Large']).optional(),
  separator: z.boolean().optional(),
};

const textBlock = z.strictObject({
  ...placed,
  type: z.literal('TextBlock'),
  text: z.string().min(1),
  wrap: z.literal(true),
  size: z.enum(['Small', 'Default', 'Medium', 'Large']).optional(),
  weight: z.enum(['Default', 'Bolder']).optional(),
  style: z.literal('heading').optional(),
  color: z.enum(['Default', 'Attention']).optional(),
  isSubtle: z.boolean().optional(),
});

const factSet = z.strictObject({
  ...placed,
  type: z.literal('FactSet'),
  facts: z.array(z.strictObject({ title: z.string(), value: z.string() })).min(1),
});

const actionSet = z.strictObject({ type: z.literal('ActionSet'), actions: z.array(action).length(1) });

/** One of several messages in a digest has its buttons below it. */
const buttonRow = z.strictObject({
  type: z.literal('ActionSet'),
  actions: z
    .array(z.union([action, openUrl]))
    .min(1)
    .max(6),
});

/** A row with a button of its own. */
const option = z.tuple([
  z.strictObject({
    type: z.literal('Column'),
    width: z.literal('stretch'),
    items: z.array(textBlock).min(1),
  }),
  z.strictObject({
    type: z.literal('Column'),
    width: z.literal('auto'),
    verticalContentAlignment: z.literal('Center'),
    items: z.tuple([actionSet]),
  }),
]);

/** A day as colored columns, and its first and last hour below. */
const strip = z.array(
  z.strictObject({
    type: z.literal('Column'),
    width: z.number().int().positive(),
    spacing: z.literal('None'),
    style: z.enum(['good', 'emphasis']),
    minHeight: z.string().regex(/^\d+px$/),
    items: z.array(z.never()),
  }),
);
const captions = z
  .array(
    z.strictObject({
      type: z.literal('Column'),
      width: z.literal('stretch'),
      items: z.tuple([textBlock.extend({ horizontalAlignment: z.enum(['Left', 'Right']) })]),
    }),
  )
  .length(2);

const columnSet = z.strictObject({
  ...placed,
  type: z.literal('ColumnSet'),
  columns: z.union([option, captions, strip]),
});

const input = {
  id: z.string().min(1),
  label: z.string().min(1),
  isRequired: z.literal(true).optional(),
  errorMessage: z.string().min(1).optional(),
};
const inputText = z.strictObject({
  ...input,
  type: z.literal('Input.Text'),
  value: z.string().optional(),
  placeholder: z.string().optional(),
  isMultiline: z.boolean().optional(),
  maxLength: z.number().int().positive(),
});
const inputChoices = z.strictObject({
  ...input,
  type: z.literal('Input.ChoiceSet'),
  value: z.string().optional(),
  style: z.enum(['compact', 'expanded', 'filtered']),
  isMultiSelect: z.boolean().optional(),
  wrap: z.boolean(),
  choices: z.array(z.strictObject({ title: z.string().min(1), value: z.string().min(1) })).min(1),
});
const inputDate = z.strictObject({
  ...input,
  type: z.literal('Input.Date'),
  value: z.iso.date().optional(),
});
const inputTime = z.strictObject({
  ...input,
  type: z.literal('Input.Time'),
  value: z
    .string()
    .regex(/^\d\d:\d\d$/)
    .optional(),
});

export const adaptiveCardSchema = z.strictObject({
  type: z.literal('AdaptiveCard'),
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  version: z.literal('1.5'),
  fallbackText: z.string().optional(),
  body: z.array(
    z
      .discriminatedUnion('type', [
        textBlock,
        factSet,
        columnSet,
        buttonRow,
        inputText,
        inputChoices,
        inputDate,
        inputTime,
      ])
      .refine(
        (element) => !('isRequired' in element) || 'errorMessage' in element,
        'a required input needs an error message',
      ),
  ),
  actions: z.array(action).min(1).max(6).optional(),
});
