import { Fragment, type ReactNode, type UIEvent, useEffect, useRef } from 'react';
import type { Shown } from '../wire.ts';
import { BotAvatar } from './avatar.tsx';
import { usePlay } from './play.ts';
import { dayKey, longDay } from './time.ts';
import { words } from './words.ts';

/** Pixels above the end that still count as reading the newest message. */
const NEAR = 40;

/** The messages, oldest first, with a line where a new day begins; stays at the newest one unless somebody reads further up. */
export const Thread = ({
  children,
}: {
  children: (message: Shown, previous: Shown | undefined) => ReactNode;
}) => {
  const { state, zone } = usePlay();
  const scroller = useRef<HTMLDivElement>(null);
  const { messages } = state;

  const newest = messages.at(-1)?.id;
  const shown = useRef<string>(undefined);
  const atEnd = useRef(true);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a message that changes in place may grow
  useEffect(() => {
    if (shown.current !== newest || atEnd.current) {
      scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
    }
    shown.current = newest;
  }, [messages]);

  const onScroll = ({ currentTarget }: UIEvent): void => {
    const { scrollTop, clientHeight, scrollHeight } = currentTarget;
    atEnd.current = scrollHeight - scrollTop - clientHeight < NEAR;
  };

  const rows = messages.map((message, index) => {
    const before = messages[index - 1];
    const sameDay = before !== undefined && dayKey(before.at, zone) === dayKey(message.at, zone);
    return (
      <Fragment key={message.id}>
        {sameDay ? null : (
          <li className="day">
            <span>{longDay(message.at, zone)}</span>
          </li>
        )}
        {children(message, sameDay ? before : undefined)}
      </Fragment>
    );
  });

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="thread" ref={scroller} onScroll={onScroll} aria-label={words.messages} tabIndex={0}>
      {messages.length === 0 ? (
        <div className="thread-empty">
          <BotAvatar size={44} />
          <h4>PushIn</h4>
          <p>{words.emptyThread}</p>
        </div>
      ) : null}
      <ol>{rows}</ol>
    </section>
  );
};
