import { type RefObject, useLayoutEffect, useRef } from 'react';

/** When the tapped button vanishes because its message changed, focus stays with the message. */
export const useKeptFocus = (container: RefObject<HTMLElement | null>, content: unknown) => {
  const tapped = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again whenever the content changes
  useLayoutEffect(() => {
    if (tapped.current && document.activeElement === document.body) container.current?.focus();
    tapped.current = false;
  }, [container, content]);

  return () => {
    tapped.current = true;
  };
};
