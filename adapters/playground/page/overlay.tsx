import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { CloseIcon } from './icons.tsx';
import { words } from './words.ts';

interface OverlayProps {
  readonly title: string;
  readonly icon: ReactNode;
  readonly children: ReactNode;
  onClose(): void;
}

/** A dialog over one person's window. Not `aria-modal`: that window is inert, the other person's is not. */
export const Overlay = ({ title, icon, children, onClose }: OverlayProps) => {
  const box = useRef<HTMLDivElement>(null);
  const titleId = useId();

  const before = useRef<Element>(null);

  useLayoutEffect(() => {
    before.current = document.activeElement;
    box.current?.focus();
  }, []);

  // Only once the window behind is awake again can it take the focus back.
  useEffect(
    () => () => {
      if (before.current instanceof HTMLElement) before.current.focus();
    },
    [],
  );

  // A form may follow on a waiting dialog; its first field takes the focus over then.
  useLayoutEffect(() => {
    if (document.activeElement !== box.current) return;
    box.current?.querySelector<HTMLElement>('.overlay-body :is(input, select, textarea, button)')?.focus();
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose();
  };

  return (
    <div className="overlay">
      <div
        ref={box}
        className="overlay-box"
        role="dialog"
        aria-labelledby={titleId}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        <header className="overlay-head">
          {icon}
          <h3 id={titleId}>{title}</h3>
          <button type="button" className="icon-button" aria-label={words.close} onClick={onClose}>
            <CloseIcon />
          </button>
        </header>
        {children}
      </div>
    </div>
  );
};
