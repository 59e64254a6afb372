import { memo, useRef } from 'react';
import type { Shown } from '../../wire.ts';
import { Avatar, BotAvatar } from '../avatar.tsx';
import { EyeIcon } from '../icons.tsx';
import { type Play, usePlay } from '../play.ts';
import { PushLine } from '../push-line.tsx';
import { clockTime } from '../time.ts';
import { useKeptFocus } from '../use-kept-focus.ts';
import { words } from '../words.ts';
import { Blocks } from './blocks.tsx';
import { Mrkdwn } from './mrkdwn.tsx';
import type { SlackBlock } from './shapes.ts';
import { useValues } from './use-values.ts';

const author = (message: Shown, { seat }: Play): string =>
  message.by === 'bot' ? 'PushIn' : message.by === 'person' ? seat.name : 'Slackbot';

export const SlackMessage = memo(({ message }: { message: Shown }) => {
  const play = usePlay();
  const box = useRef<HTMLLIElement>(null);
  const { values, setValue } = useValues();
  const noteTap = useKeptFocus(box, message.blocks);
  const { by, blocks } = message;

  const tap = (blockId: string, actionId: string, chosen: unknown): void => {
    noteTap();
    void play.act('slack/tap', { on: 'message', id: message.id, blockId, actionId, chosen, values });
  };

  return (
    <li ref={box} tabIndex={-1} className={message.onlyYou ? 'slack-message is-only-you' : 'slack-message'}>
      {message.onlyYou && by !== 'person' ? (
        <p className="only-you">
          <EyeIcon /> {words.onlyYou}
        </p>
      ) : null}
      {by === 'person' ? <Avatar seat={play.seat} size={36} /> : <BotAvatar size={36} />}
      <div className="slack-message-body">
        <p className="slack-byline">
          <strong>{author(message, play)}</strong>
          {by === 'person' ? null : <span className="app-tag">{words.app}</span>}
          <time>{clockTime(message.at, play.zone)}</time>
        </p>
        {by === 'bot' && blocks ? <PushLine push={message.push} /> : null}
        {blocks ? (
          <Blocks
            blocks={blocks as readonly SlackBlock[]}
            seats={play.seats}
            values={values}
            scope={message.id}
            onValue={setValue}
            onAct={tap}
          />
        ) : message.onlyYou && by === 'person' ? (
          <p className="slack-command">{message.push}</p>
        ) : (
          <Mrkdwn text={message.text} seats={play.seats} />
        )}
        {message.edited ? <span className="edited">{words.edited}</span> : null}
      </div>
    </li>
  );
});
