import { BellIcon } from './icons.tsx';
import { words } from './words.ts';

/** What a lock screen would have shown of a message. */
export const PushLine = ({ push }: { push: string }) =>
  push === '' ? null : (
    <p className="push-line">
      <BellIcon size={12} />
      <span className="sr">{words.notification}</span>
      <span>{push}</span>
    </p>
  );
