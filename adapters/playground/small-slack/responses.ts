import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Json } from '../wire.ts';
import { blockList } from './arguments.ts';
import type { Threads } from './threads.ts';
import type { Team } from './types.ts';

/** Uses and milliseconds of a response_url: docs.slack.dev, "handling user interaction". */
const USES = 5;
const LIFE = 30 * 60_000;

const answer = z.object({
  text: z.string().default(''),
  blocks: blockList(50).optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: z.boolean().default(false),
  delete_original: z.boolean().default(false),
});

interface Grant {
  readonly channel: string;
  /** The message the person acted on; a command has none. */
  readonly ts: string | undefined;
  readonly until: number;
  left: number;
}

export type Responses = ReturnType<typeof createResponses>;

/** The addresses under which a bot may answer one act of a person. */
export const createResponses = (deps: { team: Team; threads: Threads; url: (id: string) => string }) => {
  const grants = new Map<string, Grant>();

  const say = (channel: string, given: Json): boolean => {
    const asked = answer.safeParse(given);
    if (!asked.success || (asked.data.text === '' && !asked.data.blocks)) return false;
    const { text, blocks, response_type } = asked.data;
    deps.threads.post({
      channel,
      author: deps.team.botUser,
      text,
      blocks,
      onlyYou: response_type === 'ephemeral',
    });
    return true;
  };

  return {
    say,

    grant(channel: string, ts?: string): string {
      const now = Date.now();
      for (const [id, grant] of grants) if (grant.until < now) grants.delete(id);
      const id = randomBytes(12).toString('hex');
      grants.set(id, { channel, ts, until: now + LIFE, left: USES });
      return deps.url(id);
    },

    /** The HTTP status and body Slack answers with. */
    use(id: string, given: Json): { status: number; body: Json } {
      const grant = grants.get(id);
      if (grant === undefined || grant.until < Date.now())
        return { status: 404, body: { ok: false, error: 'expired_url' } };
      if (grant.left === 0) return { status: 404, body: { ok: false, error: 'used_url' } };
      grant.left -= 1;
      const asked = answer.safeParse(given);
      if (!asked.success) return { status: 400, body: { ok: false, error: 'invalid_payload' } };
      if (grant.ts !== undefined && asked.data.delete_original) deps.threads.remove(grant.channel, grant.ts);
      else if (grant.ts !== undefined && asked.data.replace_original) {
        deps.threads.edit(grant.channel, grant.ts, { text: asked.data.text, blocks: asked.data.blocks });
      } else if (!say(grant.channel, given)) return { status: 400, body: { ok: false, error: 'no_text' } };
      return { status: 200, body: { ok: true } };
    },
  };
};
