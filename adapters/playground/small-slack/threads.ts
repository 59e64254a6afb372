import type { Seat } from '../seats.ts';
import type { Json } from '../wire.ts';
import { withIds } from './blocks.ts';
import type { SlackMessage } from './types.ts';

/** A thread this long has been scrolled out of anybody's sight. */
const LONGEST_THREAD = 200;

export interface Draft {
  readonly channel: string;
  readonly author: string;
  readonly text: string;
  readonly blocks?: readonly Json[] | undefined;
  readonly metadata?: Json | undefined;
  readonly onlyYou?: boolean;
}

export type Threads = ReturnType<typeof createThreads>;

/** The direct messages between each person and the bot. */
export const createThreads = (deps: {
  seats: readonly Seat[];
  now: () => number;
  changed: (user: string) => void;
}) => {
  const owners = new Map(deps.seats.map((seat) => [channelOf(seat.id), seat]));
  const threads = new Map<string, SlackMessage[]>();
  let lastTs = 0;

  /** Slack's message id: seconds with six decimals, never the same twice. */
  const nextTs = (): string => {
    lastTs = Math.max(Date.now() * 1000, lastTs + 1);
    return `${Math.floor(lastTs / 1e6)}.${String(lastTs % 1e6).padStart(6, '0')}`;
  };

  const owner = (channel: string): Seat | undefined => owners.get(channel);
  const all = (channel: string): readonly SlackMessage[] => threads.get(channel) ?? [];
  const find = (channel: string, ts: string) => all(channel).find((message) => message.ts === ts);
  const store = (channel: string, messages: SlackMessage[]): void => {
    threads.set(channel, messages.slice(-LONGEST_THREAD));
    const seat = owner(channel);
    if (seat) deps.changed(seat.id);
  };

  return {
    owner,
    all,
    find,
    nextTs,

    post(draft: Draft): SlackMessage {
      const message: SlackMessage = {
        ts: nextTs(),
        channel: draft.channel,
        author: draft.author,
        text: draft.text,
        blocks: draft.blocks && withIds(draft.blocks),
        metadata: draft.metadata,
        at: deps.now(),
        onlyYou: draft.onlyYou ?? false,
        edited: false,
      };
      store(draft.channel, [...all(draft.channel), message]);
      return message;
    },

    edit(
      channel: string,
      ts: string,
      change: Pick<Draft, 'text' | 'blocks' | 'metadata'>,
    ): SlackMessage | undefined {
      const old = find(channel, ts);
      if (old === undefined) return undefined;
      const message: SlackMessage = {
        ...old,
        text: change.text,
        blocks: change.blocks && withIds(change.blocks),
        metadata: change.metadata ?? old.metadata,
        edited: true,
      };
      store(
        channel,
        all(channel).map((other) => (other.ts === ts ? message : other)),
      );
      return message;
    },

    remove(channel: string, ts: string): void {
      store(
        channel,
        all(channel).filter((message) => message.ts !== ts),
      );
    },
  };
};

export const channelOf = (user: string): string => `D${user.slice(1)}`;
