import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
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

  useLayoutEffect(() => {
    const before = document.activeElement;
    const first = box.current?.querySelector<HTMLElement>(
      '.overlay-body :is(input, select, textarea, button)',
    );
    (first ?? box.current)?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

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
