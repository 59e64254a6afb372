import { z } from 'zod';

const id = z.string().min(1).max(2048);
const account = z.looseObject({ id, name: z.string().optional() });

const entity = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  mentioned: z.looseObject({ id: z.string(), name: z.string().optional() }).optional(),
});

/** What we need of a Bot Framework activity; Teams adds more, which is let through unread. */
export const activitySchema = z
  .looseObject({
    type: z.string().min(1).max(64),
    id,
    name: z.string().max(256).optional(),
    channelId: id,
    serviceUrl: id,
    from: account,
    recipient: z.looseObject({ id, isTargeted: z.boolean().optional() }),
    conversation: z.looseObject({
      id,
      tenantId: id.optional(),
      conversationType: z.string().optional(),
      isGroup: z.boolean().optional(),
    }),
    channelData: z.looseObject({ tenant: z.looseObject({ id }).optional() }).nullish(),
    text: z.string().nullish(),
    entities: z.array(entity).nullish(),
    membersAdded: z.array(z.looseObject({ id })).nullish(),
    action: z.string().nullish(),
    replyToId: z.string().nullish(),
    value: z.unknown().optional(),
  })
  .refine((activity) => tenantsOf(activity).length > 0, 'no tenant');

export type Activity = z.output<typeof activitySchema>;

interface Located {
  readonly conversation: { readonly tenantId?: string | undefined };
  readonly channelData?: { readonly tenant?: { readonly id: string } | undefined } | null | undefined;
}

/** Every tenant the activity names; they must all be ours. */
export const tenantsOf = ({ conversation, channelData }: Located): readonly string[] =>
  [conversation.tenantId, channelData?.tenant?.id].filter((tenant) => tenant !== undefined);

export const tenantOf = (activity: Activity): string => tenantsOf(activity)[0] ?? '';

/** Whether only its sender reads what we answer into the conversation. */
export const isPrivate = ({ conversation, recipient }: Activity): boolean =>
  recipient.isTargeted === true ||
  (conversation.isGroup !== true && [undefined, 'personal'].includes(conversation.conversationType));
