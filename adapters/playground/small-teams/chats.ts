import type { Instant } from '../../../src/core/time.ts';
import type { Seat } from '../seats.ts';
import type { Dialog, Json } from '../wire.ts';

export const CARD = 'application/vnd.microsoft.card.adaptive';
/** A chat this long has been scrolled out of anybody's sight. */
const LONGEST_CHAT = 200;

export interface ChatMessage {
  readonly id: string;
  readonly by: 'bot' | 'person' | 'platform';
  readonly at: Instant;
  readonly text: string;
  readonly summary: string;
  readonly card: Json | undefined;
  readonly edited: boolean;
}

export type Chats = ReturnType<typeof createChats>;

export const chatOf = (seat: Seat): string => `a:${seat.id}`;
export const accountOf = (seat: Seat): string => `29:${seat.id}`;

/** The one-to-one chats between each person and the bot, and the dialogs open over them. */
export const createChats = (deps: {
  seats: readonly Seat[];
  now: () => number;
  changed: (user: string) => void;
}) => {
  const chats = new Map<string, ChatMessage[]>();
  const dialogs = new Map<string, Dialog>();
  let lastId = 0;

  /** Milliseconds of the real clock, as on Teams; never the same twice. */
  const nextId = (): string => {
    lastId = Math.max(Date.now(), lastId + 1);
    return String(lastId);
  };

  const all = (seat: Seat): readonly ChatMessage[] => chats.get(seat.id) ?? [];
  const store = (seat: Seat, messages: readonly ChatMessage[]): void => {
    chats.set(seat.id, messages.slice(-LONGEST_CHAT));
    deps.changed(seat.id);
  };

  return {
    all,
    nextId,
    find: (seat: Seat, id: string) => all(seat).find((message) => message.id === id),
    byChat: (chat: string): Seat | undefined => deps.seats.find((seat) => chatOf(seat) === chat),
    byAccount: (id: unknown): Seat | undefined =>
      deps.seats.find((seat) => accountOf(seat) === id || seat.id === id),

    post(seat: Seat, content: Partial<ChatMessage> & Pick<ChatMessage, 'by'>): ChatMessage {
      const plain = { text: '', summary: '', card: undefined };
      const message: ChatMessage = { ...plain, ...content, id: nextId(), at: deps.now(), edited: false };
      store(seat, [...all(seat), message]);
      return message;
    },

    edit(seat: Seat, id: string, content: Pick<ChatMessage, 'card'> & Partial<ChatMessage>): void {
      store(
        seat,
        all(seat).map((message) => (message.id === id ? { ...message, ...content, edited: true } : message)),
      );
    },

    remove: (seat: Seat, id: string): void =>
      store(
        seat,
        all(seat).filter((message) => message.id !== id),
      ),

    dialog: (seat: Seat): Dialog | undefined => dialogs.get(seat.id),
    show(seat: Seat, dialog: Dialog | undefined): void {
      if (dialog) dialogs.set(seat.id, dialog);
      else dialogs.delete(seat.id);
      deps.changed(seat.id);
    },
  };
};
