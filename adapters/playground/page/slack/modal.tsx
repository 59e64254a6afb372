import { useEffect, useRef, useState } from 'react';
import type { Json } from '../../wire.ts';
import { Mark } from '../icons.tsx';
import { Overlay } from '../overlay.tsx';
import { usePlay } from '../play.ts';
import { words } from '../words.ts';
import { Blocks } from './blocks.tsx';
import type { SlackBlock, TextObject } from './shapes.ts';
import { useValues } from './use-values.ts';

/** A modal, filled in and submitted as on Slack. */
export const Modal = ({ view }: { view: Json }) => {
  const { seats, act } = usePlay();
  const { values, setValue } = useValues();
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [sending, setSending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const id = String(view['id']);
  const label = (name: string): string | undefined => (view[name] as TextObject | null | undefined)?.text;
  const submitLabel = label('submit');

  const submit = async (): Promise<void> => {
    if (sending) return;
    setSending(true);
    const done = await act('slack/submit', { view: id, values });
    setErrors(done.ok ? (done.errors ?? {}) : {});
    setSending(false);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: goes to the first fault of each answer
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus(), [errors]);

  const close = (): void => void act('slack/dismiss', { view: id });

  return (
    <Overlay title={label('title') ?? ''} icon={<Mark size={24} />} onClose={close}>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div className="overlay-body">
          <Blocks
            blocks={view['blocks'] as readonly SlackBlock[]}
            seats={seats}
            values={values}
            errors={errors}
            scope={id}
            onValue={setValue}
            onAct={(blockId, actionId, chosen) =>
              void act('slack/tap', { on: 'view', id, blockId, actionId, chosen, values })
            }
          />
        </div>
        <footer className="overlay-foot">
          <button type="button" className="slack-button is-plain" onClick={close}>
            {label('close') ?? (submitLabel ? words.cancel : words.close)}
          </button>
          {submitLabel ? (
            <button type="submit" className="slack-button is-primary" aria-disabled={sending}>
              {submitLabel}
            </button>
          ) : null}
        </footer>
      </form>
    </Overlay>
  );
};
