import type { PlainTextElement } from '@slack/types';

/** Text from people may be longer than Slack takes: cut where it can be seen. Counts UTF-16 units, as Slack does, and splits no pair. */
export const cut = (text: string, limit: number): string => {
  if (text.length <= limit) return text;
  const kept = text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${kept}…`;
};

/** Words of our own that do not fit are a bug, found in tests rather than cut on screen. */
export const exact = (text: string, limit: number, what: string): string => {
  if (text === '' || text.length > limit) {
    throw new Error(`slack: ${what} must have 1 to ${limit} characters, has ${text.length}`);
  }
  return text;
};

/** Slack reads no markup, mention or link in `plain_text`, so whatever a person typed stays inert. It refuses an empty one. */
export const plain = (text: string, limit: number): PlainTextElement => ({
  type: 'plain_text',
  text: cut(text === '' ? ' ' : text, limit),
  emoji: false,
});

/** For `text` beside blocks (notification, screen reader), the one place Slack parses: docs.slack.dev/messaging/formatting-message-text#escaping */
export const escaped = (text: string, limit: number): string => {
  const swap: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
  return cut(text, limit).replace(/[&<>]/g, (char) => swap[char] ?? char);
};
