import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { commands } from '../../../src/core/commands.ts';
import type { Seat } from '../seats.ts';
import { SendIcon } from './icons.tsx';
import { usePlay } from './play.ts';
import { words } from './words.ts';

const usualOf = ({ role }: Seat): readonly string[] => {
  if (/teacher/i.test(role)) return ['week', 'routine', 'settings', 'help'];
  if (/coordinator/i.test(role)) return ['week', 'minutes', 'settings', 'help'];
  if (/para/i.test(role)) return ['week', 'strategies', 'settings', 'help'];
  return ['schedule', 'ask', 'week', 'pair', 'help'];
};

const suggested = (seat: Seat): readonly string[] => {
  const names = usualOf(seat);
  return commands
    .filter((command) => names.includes(command.name))
    .map((command) => (seat.platform === 'slack' ? `/pushin ${command.usage}` : command.usage));
};

export const composerId = (seat: Seat): string => `say-${seat.id}`;

/** Where a person types. Enter sends, Shift+Enter begins a new line. */
export const Composer = ({ placeholder }: { placeholder: string }) => {
  const { seat, draft, setDraft, act } = usePlay();
  const box = useRef<HTMLTextAreaElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the box grows with its text
  useLayoutEffect(() => {
    const area = box.current;
    if (area === null) return;
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight, 160)}px`;
  }, [draft]);

  const send = (): void => {
    const text = draft.trim();
    if (text === '') return;
    setDraft('');
    void act('say', { text });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };

  const fill = (text: string): void => {
    setDraft(text);
    box.current?.focus();
  };

  return (
    <div className="composer">
      <ul className="chips" aria-label={words.suggestions}>
        {suggested(seat).map((text) => (
          <li key={text}>
            <button type="button" className="chip" onClick={() => fill(text)}>
              {text}
            </button>
          </li>
        ))}
      </ul>
      <div className="composer-box">
        <textarea
          ref={box}
          id={composerId(seat)}
          rows={1}
          value={draft}
          placeholder={placeholder}
          aria-label={`${placeholder} (${seat.name})`}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <button
          type="button"
          className="send"
          aria-label={words.send}
          disabled={draft.trim() === ''}
          onClick={send}
        >
          <SendIcon />
        </button>
      </div>
    </div>
  );
};
