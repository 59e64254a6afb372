import { useState } from 'react';
import { act } from './connection.ts';
import { CloseIcon } from './icons.tsx';
import { type Play, PlayContext } from './play.ts';
import { SlackSeat } from './slack/slack-seat.tsx';
import { TeamsSeat } from './teams/teams-seat.tsx';
import { words } from './words.ts';

/** One person's window, drawn as their platform draws it. */
export const SeatWindow = (given: Omit<Play, 'act'>) => {
  const { seat } = given;
  const [trouble, setTrouble] = useState<string>();

  const play: Play = {
    ...given,
    act: async (name, content = {}) => {
      const done = await act(name, { seat: seat.id, ...content });
      setTrouble(done.ok ? undefined : done.error);
      return done;
    },
  };

  return (
    <PlayContext value={play}>
      <section
        className={`window ${seat.platform}`}
        aria-label={words.chatWith(seat.name, words.onPlatform[seat.platform])}
      >
        {seat.platform === 'slack' ? <SlackSeat /> : <TeamsSeat />}
        {trouble === undefined ? null : (
          <div className="toast" role="alert">
            <span>{trouble}</span>
            <button
              type="button"
              className="icon-button"
              aria-label={words.close}
              onClick={() => setTrouble(undefined)}
            >
              <CloseIcon />
            </button>
          </div>
        )}
      </section>
    </PlayContext>
  );
};
