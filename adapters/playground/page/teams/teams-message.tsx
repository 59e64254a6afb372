import type { Shown } from '../../wire.ts';
import { BotAvatar } from '../avatar.tsx';
import { usePlay } from '../play.ts';
import { PushLine } from '../push-line.tsx';
import { clockTime } from '../time.ts';
import { words } from '../words.ts';
import { AdaptiveCard } from './adaptive-card.tsx';

/** Teams shows the sender once for a row of messages. */
export const TeamsMessage = ({ message, continues }: { message: Shown; continues: boolean }) => {
  const { zone, act } = usePlay();
  const { by, card } = message;
  if (by === 'platform') {
    return <li className="teams-note">{message.text}</li>;
  }
  return (
    <li className={`teams-message is-${by} ${continues ? 'continues' : ''}`}>
      {by === 'bot' ? <div className="teams-avatar">{continues ? null : <BotAvatar size={32} />}</div> : null}
      <div className="teams-message-body">
        <p className="teams-byline">
          {by === 'bot' && !continues ? <strong>PushIn</strong> : null}
          <time>{clockTime(message.at, zone)}</time>
          {message.edited ? <span>{words.edited}</span> : null}
        </p>
        {by === 'bot' && card ? <PushLine push={message.push} /> : null}
        <div className={card ? 'bubble has-card' : 'bubble'}>
          {message.text === '' ? null : <p className="bubble-text">{message.text}</p>}
          {card ? (
            <AdaptiveCard
              card={card}
              onAction={(action) => void act('teams/tap', { message: message.id, ...action })}
            />
          ) : null}
        </div>
      </div>
    </li>
  );
};
