import { isAccepted, type Reply } from '../deliver.ts';
import { parseObject } from '../http.ts';
import type { Seat } from '../seats.ts';
import type { Done, Json } from '../wire.ts';
import { words } from '../words.ts';
import { accountOf, CARD, type Chats } from './chats.ts';
import type { Sender } from './sender.ts';

export interface CardTap {
  readonly message: string;
  readonly type: 'Action.Submit' | 'Action.Execute';
  readonly verb?: string | undefined;
  /** The action's own data with everything filled in on the card. */
  readonly data: Json;
}

const done: Done = { ok: true };

/** What somebody on Teams does: type, tap, fill in. */
export const createPerson = (deps: { seats: readonly Seat[]; chats: Chats; sender: Sender }) => {
  const { chats, sender } = deps;
  const met = new Set<string>();

  const reported = (seat: Seat, reply: Reply, trouble: string): Done => {
    if (isAccepted(reply)) return done;
    chats.post(seat, { by: 'platform', text: trouble });
    return { ok: false, error: trouble };
  };

  const invoke = (seat: Seat, name: string, value: Json, more: Json = {}): Promise<Reply> =>
    sender.send(seat, { type: 'invoke', name, value, ...more });

  const mentions = (text: string): readonly Json[] =>
    deps.seats
      .filter((seat) => text.includes(`<at>${seat.name}</at>`))
      .map((seat) => ({
        type: 'mention',
        text: `<at>${seat.name}</at>`,
        mentioned: { id: accountOf(seat), name: seat.name, aadObjectId: seat.id },
      }));

  const withMentions = (typed: string): string =>
    deps.seats.reduce((text, seat) => text.replaceAll(`@${seat.name}`, `<at>${seat.name}</at>`), typed);

  /** The answer to `task/fetch` and `task/submit`. */
  const obey = (seat: Seat, reply: Reply): Done => {
    if (!isAccepted(reply)) return { ok: false, error: words.unreachable };
    const task = parseObject(reply.body)?.['task'] as { type?: string; value?: unknown } | undefined;
    const value = task?.value as { title?: string; card?: { content?: Json } } | undefined;
    if (task?.type === 'continue' && value?.card?.content) {
      chats.show(seat, { title: value.title ?? '', card: value.card.content, text: undefined });
    } else if (task?.type === 'message') {
      chats.show(seat, { title: '', card: undefined, text: String(task.value ?? '') });
    } else chats.show(seat, undefined);
    return done;
  };

  const execute = async (seat: Seat, { message, verb, data }: CardTap): Promise<Done> => {
    const reply = await invoke(
      seat,
      'adaptiveCard/action',
      { action: { type: 'Action.Execute', ...(verb ? { verb } : {}), data }, trigger: 'manual' },
      { replyToId: message },
    );
    const answer = parseObject(reply.body);
    if (!isAccepted(reply) || answer === undefined) return { ok: false, error: words.unreachable };
    if (answer['type'] === CARD) chats.edit(seat, message, { card: answer['value'] as Json });
    if (
      answer['type'] === 'application/vnd.microsoft.activity.message' &&
      typeof answer['value'] === 'string'
    ) {
      chats.post(seat, { by: 'platform', text: answer['value'] });
    }
    if (answer['type'] === 'application/vnd.microsoft.error') return { ok: false, error: words.cardFailed };
    return done;
  };

  return {
    /** The app is installed for somebody the first time they sit down; Teams tells the bot in two ways. */
    async open(seat: Seat): Promise<Done> {
      if (met.has(seat.id)) return done;
      met.add(seat.id);
      const installed = await sender.send(seat, { type: 'installationUpdate', action: 'add' });
      const added = await sender.send(seat, {
        type: 'conversationUpdate',
        membersAdded: [{ id: sender.bot.id }],
      });
      if (!isAccepted(installed) || !isAccepted(added)) met.delete(seat.id);
      return done;
    },

    async say(seat: Seat, typed: string): Promise<Done> {
      const text = withMentions(typed);
      const { id } = chats.post(seat, { by: 'person', text: typed });
      const reply = await sender.send(seat, {
        type: 'message',
        id,
        text,
        textFormat: 'plain',
        entities: mentions(text),
      });
      return reported(seat, reply, words.unreachable);
    },

    async tap(seat: Seat, tap: CardTap): Promise<Done> {
      if (chats.find(seat, tap.message)?.by !== 'bot') return { ok: false, error: words.cardFailed };
      if (tap.type === 'Action.Execute') return execute(seat, tap);
      const msteams = tap.data['msteams'] as { type?: string } | undefined;
      if (msteams?.type === 'task/fetch') {
        const value = { data: tap.data, context: { theme: 'default' } };
        return obey(seat, await invoke(seat, 'task/fetch', value, { replyToId: tap.message }));
      }
      const reply = await sender.send(seat, { type: 'message', value: tap.data, replyToId: tap.message });
      return isAccepted(reply) ? done : { ok: false, error: words.cardFailed };
    },

    async submit(seat: Seat, data: Json): Promise<Done> {
      if (chats.dialog(seat)?.card === undefined) return { ok: false, error: words.cardFailed };
      return obey(seat, await invoke(seat, 'task/submit', { data, context: { theme: 'default' } }));
    },

    dismiss(seat: Seat): Done {
      chats.show(seat, undefined);
      return done;
    },
  };
};
