import type { Dialog } from '../../wire.ts';
import { Mark } from '../icons.tsx';
import { Overlay } from '../overlay.tsx';
import { usePlay } from '../play.ts';
import { words } from '../words.ts';
import { AdaptiveCard } from './adaptive-card.tsx';

/** A dialog ("task module"): a card to fill in, or a sentence to read. */
export const TeamsDialog = ({ dialog }: { dialog: Dialog }) => {
  const { act } = usePlay();
  const close = (): void => void act('teams/dismiss');
  return (
    <Overlay title={dialog.title || 'PushIn'} icon={<Mark size={24} />} onClose={close}>
      <div className="overlay-body">
        {dialog.card ? (
          <AdaptiveCard card={dialog.card} onAction={({ data }) => void act('teams/submit', { data })} />
        ) : (
          <>
            <p className="dialog-text">{dialog.text}</p>
            <button type="button" className="ac-pushButton style-positive" onClick={close}>
              {words.ok}
            </button>
          </>
        )}
      </div>
    </Overlay>
  );
};
