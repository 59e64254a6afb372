import type { Fact } from '../../src/core/card.ts';
import type { Json } from './connector.ts';
import { lines, markdown } from './escape.ts';

/** Teams draws nothing newer than 1.5. */
const VERSION = '1.5';

/** What does not fit any more is left off at the end, above the buttons: a card that is cut serves, one that is refused does not. */
export const adaptiveCard = (maxBytes: number, { body, ...content }: Json): Json => {
  const blocks = Array.isArray(body) ? body : [];
  const drawn = (count: number) => ({
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: VERSION,
    ...content,
    body:
      count < blocks.length
        ? [...blocks.slice(0, count), { type: 'TextBlock', text: '…', wrap: true }]
        : blocks,
  });
  const bytes = (count: number): number => JSON.stringify(drawn(count)).length * 2;
  let count = blocks.length;
  while (count > 1 && bytes(count) > maxBytes) count -= 1;
  if (bytes(count) > maxBytes)
    throw new Error(`a card of ${bytes(count)} bytes, but at most ${maxBytes} fit`);
  return drawn(count);
};

/** A block for each line: what a line break means inside one differs from client to client. */
export const paragraphs = (text: string, look: Json = {}): readonly Json[] =>
  lines(text)
    .filter((line) => line !== '')
    .map((line, index) => ({
      type: 'TextBlock',
      text: markdown(line),
      wrap: true,
      ...look,
      ...(index > 0 && { spacing: 'None' }),
    }));

export const titled = (title: string | undefined): readonly Json[] =>
  paragraphs(title ?? '', { size: 'Medium', weight: 'Bolder', style: 'heading' });

export const facts = (told: readonly Fact[]): Json => ({
  type: 'FactSet',
  facts: told.map(({ label, value }) => ({ title: markdown(label), value: markdown(value) })),
});
