import { z } from 'zod';
import type { Directory } from '../../src/ports/directory.ts';
import type { Connector, Place } from './connector.ts';
import { openConversation } from './conversation.ts';
import { failureOf } from './errors.ts';
import type { Whereabouts } from './whereabouts.ts';

const memberSchema = z.object({
  name: z.string().trim().min(1),
  tenantId: z.string().optional(),
  userRole: z.string().optional(),
  userPrincipalName: z.string().optional(),
});

/** Teams tells a name but no time zone. Throws when it could not be asked. */
export const createDirectory = (deps: {
  connector: Connector;
  whereabouts: Whereabouts;
  appId: string;
}): Directory => {
  const placeOf = async (tenantId: string, userId: string): Promise<Place | undefined> => {
    const seen = deps.whereabouts.find(tenantId, userId);
    if (seen !== undefined) return seen;
    const opened = await openConversation(deps, { tenantId, userId });
    return 'place' in opened ? opened.place : unlessUnavailable(failureOf(opened.failed).kind);
  };
  return {
    describe: async ({ platform, tenantId, userId }) => {
      if (platform !== 'teams') return undefined;
      const place = await placeOf(tenantId, userId);
      if (place === undefined) return undefined;
      const called = await deps.connector.member(place, userId);
      if (called.kind !== 'answered' || called.status >= 300)
        return unlessUnavailable(failureOf(called).kind);
      const member = memberSchema.safeParse(called.body).data;
      return member === undefined || isGuest(member, tenantId)
        ? undefined
        : { name: member.name, zone: undefined };
    },
    // Teams keeps quiet hours on each device and tells nobody.
    doNotDisturb: async () => undefined,
  };
};

/** Nobody there is an answer; nobody answering is not. */
const unlessUnavailable = (kind: string): undefined => {
  if (kind === 'uncertain' || kind === 'rate-limited') throw new Error(`Teams could not be asked: ${kind}`);
  return undefined;
};

/** Accounts of other tenants carry #EXT# in the name they sign in with, or say so themselves. */
const isGuest = (member: z.output<typeof memberSchema>, tenantId: string): boolean =>
  (member.tenantId ?? tenantId) !== tenantId ||
  ['guest', 'anonymous'].includes(member.userRole?.toLowerCase() ?? '') ||
  member.userPrincipalName?.toUpperCase().includes('#EXT#') === true;
