import { z } from 'zod';

/** Text somebody typed. PostgreSQL stores no NUL, and nobody means one. */
const said = z.string().transform((text) => text.replaceAll('\u0000', ''));
const id = z.string().min(1).max(255);

/** Set where a whole Enterprise organization installed PushIn. */
const origin = {
  is_enterprise_install: z
    .union([z.boolean(), z.string()])
    .nullish()
    .transform((is) => is ?? undefined),
  enterprise: z.object({ id }).nullish(),
  enterprise_id: z.string().nullish(),
};

/** Present and true on people who are no full members; mostly absent. */
const standing = {
  is_stranger: z.boolean().optional(),
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
};

export const commandPayload = z.object({
  command: z.string(),
  text: said.default(''),
  ...origin,
  team_id: id,
  user_id: id,
  trigger_id: id,
  response_url: z.string(),
  channel_id: id.optional(),
});

export const eventPayload = z.object({
  team_id: id,
  event_id: id,
  /** In seconds; Slack always tells it. */
  event_time: z.number().nonnegative().max(1e11).default(0),
  /** In a shared channel the first entry is the workspace the app is installed in; the top-level team may be the other one. */
  authorizations: z.array(z.object({ ...origin, team_id: id.nullish(), user_id: id.nullish() })).optional(),
  event: z.looseObject({ type: z.string() }),
});
export type EventPayload = z.infer<typeof eventPayload>;

export const messageEvent = z.object({
  user: id,
  text: said,
  channel: id,
  team: id.optional(),
  user_team: id.optional(),
  source_team: id.optional(),
});
export type MessageEvent = z.infer<typeof messageEvent>;

export const homeEvent = z.object({ user: id, tab: z.string().optional() });

export const changedUser = z.object({ user: z.object({ id, deleted: z.boolean().optional(), ...standing }) });

export const revokedTokens = z.object({ tokens: z.object({ bot: z.array(z.string()).optional() }) });

const person = z.object({ id, team_id: id.optional(), ...standing });
export type Person = z.infer<typeof person>;

export const tapPayload = z.object({
  ...origin,
  team: z.object({ id }).nullish(),
  user: person,
  trigger_id: id.optional(),
  response_url: z.string().optional(),
  container: z
    .object({
      type: z.string(),
      message_ts: id.optional(),
      channel_id: id.optional(),
      is_ephemeral: z.boolean().optional(),
    })
    .optional(),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        action_ts: z.string().optional(),
        value: said.optional(),
        url: z.string().optional(),
        text: z.object({ text: z.string() }).optional(),
      }),
    )
    .min(1),
});
export type TapPayload = z.infer<typeof tapPayload>;

const option = z.object({ value: said });
const typed = z.object({
  value: said.nullish(),
  selected_option: option.nullish(),
  selected_options: z.array(option).optional(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
});
export type Typed = z.infer<typeof typed>;

export const submitPayload = z.object({
  ...origin,
  team: z.object({ id }).nullish(),
  user: person,
  view: z.object({
    id,
    hash: z.string(),
    callback_id: z.string(),
    private_metadata: z.string(),
    app_installed_team_id: id.nullish(),
    title: z.looseObject({}),
    submit: z.looseObject({}).nullish(),
    blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string().optional() })),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), typed)) }),
  }),
});
export type SubmitPayload = z.infer<typeof submitPayload>;

export const formMetadata = z.object({ form: z.string().min(1), ref: z.string() });

/** Any interaction at all, as far as it takes to answer the person. */
export const anyInteraction = z.object({
  ...origin,
  team: z.object({ id }).nullish(),
  user: person,
  response_url: z.string().optional(),
});
