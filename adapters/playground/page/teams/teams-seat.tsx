import { Avatar, BotAvatar } from '../avatar.tsx';
import { Composer } from '../composer.tsx';
import { BellIcon, CalendarIcon, ChatIcon, PeopleIcon } from '../icons.tsx';
import { usePlay } from '../play.ts';
import { Thread } from '../thread.tsx';
import { words } from '../words.ts';
import { TeamsDialog } from './teams-dialog.tsx';
import { TeamsMessage } from './teams-message.tsx';

export const TeamsSeat = () => {
  const { seat, state } = usePlay();
  const { dialog } = state;
  return (
    <>
      <div className="frame" inert={dialog !== undefined}>
        <div className="rail" aria-hidden="true">
          <BellIcon />
          <span className="is-here">
            <ChatIcon />
          </span>
          <PeopleIcon />
          <CalendarIcon />
          <Avatar seat={seat} size={30} />
        </div>
        <div className="pane">
          <header className="pane-head">
            <BotAvatar size={30} />
            <h3>PushIn</h3>
            <span className="teams-tab">{words.chat}</span>
          </header>
          <Thread>
            {(message, previous) => (
              <TeamsMessage message={message} continues={previous?.by === message.by} />
            )}
          </Thread>
          <Composer placeholder={words.typeMessage} />
        </div>
      </div>
      {dialog ? <TeamsDialog dialog={dialog} /> : null}
    </>
  );
};
