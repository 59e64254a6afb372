import type { Fact } from '../../src/core/card.ts';
import type { Json } from './connector.ts';
import { lines, markdown } from './escape.ts';

/** Teams draws nothing newer than 1.5. */
const VERSION = '1.5';

export const adaptiveCard = (maxBytes: number, content: Json): Json => {
  const card = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: VERSION,
    ...content,
  };
  const bytes = JSON.stringify(card).length * 2;
  if (bytes > maxBytes) throw new Error(`a card of ${bytes} bytes, but at most ${maxBytes} fit`);
  return card;
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
