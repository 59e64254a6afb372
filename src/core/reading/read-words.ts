import type { ActivityKind } from '../activity-kind.ts';
import type { CommandName } from '../commands.ts';
import type { LocalTime } from '../time.ts';
import type { Welcome } from '../welcome.ts';
import type { MessageContext, Understanding } from './message/understanding.ts';
import { askAbout, readAsk } from './read-ask.ts';
import { readCode } from './read-code.ts';
import { readCommand } from './read-command.ts';
import { readKind } from './read-kind.ts';
import { readMessage } from './read-message.ts';
import { readTalk } from './read-talk.ts';
import { readWhen, type WhenResult } from './read-when.ts';

export type Reading =
  | { readonly kind: 'command'; readonly command: CommandName; readonly rest: string }
  /** `about`: words for a class or person, empty when not said. */
  | { readonly kind: 'ask'; readonly about: string; readonly when: WhenResult }
  | {
      readonly kind: 'answer';
      readonly activity: ActivityKind | undefined;
      readonly when: WhenResult;
      /** Only what was said; undefined leaves the judgment to the activity. */
      readonly welcome: Welcome | undefined;
      readonly understood: Understanding;
    }
  | { readonly kind: 'unsure' }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'greeting' }
  | { readonly kind: 'thanks' }
  | { readonly kind: 'stop' }
  | { readonly kind: 'unknown' };

const saysTime = (when: WhenResult): boolean =>
  !when.ok || when.date !== undefined || when.start !== undefined || when.end !== undefined;

const readAnswer = (text: string, now: LocalTime, role: MessageContext['role']): Reading => {
  const understood = readMessage(text, { role, now, asked: undefined });
  const { intent, welcome } = understood;
  if (intent === 'opt_out') return { kind: 'stop' };
  if (intent === 'touch_base') return { kind: 'command', command: 'touchbase', rest: text.trim() };
  if (intent === 'defer') return { kind: 'unsure' };
  if (intent === 'request_plan') return { kind: 'command', command: 'schedule', rest: '' };
  if (intent === 'ask_activity') return { kind: 'ask', ...askAbout(text, now) };
  const when = readWhen(text, now);
  const activity = understood.activity ?? readKind(when.ok ? when.rest : text)?.kind;
  if (activity === undefined && welcome === undefined && !saysTime(when)) return { kind: 'unknown' };
  return { kind: 'answer', activity, when, welcome, understood };
};

/** The door for everything a person types: always an answer, never a throw. */
export const readWords = (
  text: string,
  now: LocalTime,
  role: MessageContext['role'] = 'teacher',
): Reading => {
  const code = readCode(text);
  if (code !== undefined) return { kind: 'code', code };
  const talk = readTalk(text);
  if (talk !== undefined) return { kind: talk };
  const found = readCommand(text);
  if (found?.command === 'ask') {
    // "Ask me Monday" begins like the command and says the opposite.
    const later =
      /^(?:me|later|again|us)\b/iu.test(found.rest) && !/^(?:me|us)\s+(?:what|about|if)\b/iu.test(found.rest);
    return later ? { kind: 'unsure' } : { kind: 'ask', ...askAbout(found.rest, now) };
  }
  if (found !== undefined) return { kind: 'command', ...found };
  const ask = readAsk(text, now);
  return ask === undefined ? readAnswer(text, now, role) : { kind: 'ask', ...ask };
};
