import type { Seat } from '../seats.ts';
import { handleOf } from './people-methods.ts';

/**
 * Text as Slack sends it: `&`, `<` and `>` escaped, and `@Name` of a colleague a mention. Commands
 * (with `should_escape`) carry the handle too, messages only the id.
 */
export const mentioning = (typed: string, seats: readonly Seat[], where: 'message' | 'command'): string => {
  let text = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  for (const seat of seats) {
    const mention = where === 'command' ? `<@${seat.id}|${handleOf(seat.name)}>` : `<@${seat.id}>`;
    text = text.replaceAll(`@${seat.name}`, mention);
  }
  return text;
};

/** The other way round: what a notification would show of such a text. */
export const readable = (text: string, seats: readonly Seat[]): string =>
  text
    .replace(/<@(\w+)>/g, (whole, id: string) => {
      const seat = seats.find((one) => one.id === id);
      return seat ? `@${seat.name}` : whole;
    })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
