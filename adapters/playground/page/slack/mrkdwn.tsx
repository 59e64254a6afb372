import { type ComponentProps, memo, useLayoutEffect, useRef } from 'react';
import { Message } from 'slack-blocks-to-jsx';
import type { Seat } from '../../seats.ts';
import type { Json } from '../../wire.ts';

type MessageProps = ComponentProps<typeof Message>;
type EmojiHook = NonNullable<NonNullable<MessageProps['hooks']>['emoji']>;

/** The library takes the middle of "10:00-10:30" for an emoji; what it does not know goes back to text. */
const drawEmoji: EmojiHook = (emoji, draw) => {
  const name = emoji.name.replace(/^:|:$/g, '');
  const drawn = draw({ ...emoji, name });
  return drawn.replaceAll(':', '') === name.replaceAll(':', '') ? `:${name}:` : drawn;
};

/** Slack's own text and the blocks nobody taps, drawn by slack-blocks-to-jsx. */
export const Drawn = memo(({ blocks, seats }: { blocks: readonly Json[]; seats: readonly Seat[] }) => {
  const box = useRef<HTMLDivElement>(null);

  // Every message the library draws has the same id, which a page may hold only once.
  useLayoutEffect(() => box.current?.querySelector('#slack_blocks_to_jsx')?.removeAttribute('id'), []);

  return (
    <div ref={box} className="drawn">
      <Message
        blocks={blocks as unknown as MessageProps['blocks']}
        name=""
        logo=""
        withoutWrapper
        unstyled
        theme="light"
        hooks={{ emoji: drawEmoji }}
        data={{ users: seats.map(({ id, name }) => ({ id, name })) }}
      />
    </div>
  );
});

export const Mrkdwn = ({ text, seats }: { text: string; seats: readonly Seat[] }) => (
  <Drawn blocks={[{ type: 'section', text: { type: 'mrkdwn', text } }]} seats={seats} />
);
