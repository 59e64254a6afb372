import { usePlay } from '../play.ts';
import { words } from '../words.ts';
import { Blocks } from './blocks.tsx';
import type { SlackBlock } from './shapes.ts';
import { useValues } from './use-values.ts';

/** The app's home page, as the bot last published it. */
export const AppHome = () => {
  const { seats, state, act } = usePlay();
  const { values, setValue } = useValues();
  const { home } = state;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="app-home" aria-label={words.home} tabIndex={0}>
      {home ? (
        <Blocks
          blocks={home['blocks'] as readonly SlackBlock[]}
          seats={seats}
          values={values}
          scope={String(home['id'])}
          onValue={setValue}
          onAct={(blockId, actionId, chosen) =>
            void act('slack/tap', { on: 'view', id: home['id'], blockId, actionId, chosen, values })
          }
        />
      ) : (
        <p className="thread-empty">{words.emptyHome}</p>
      )}
    </section>
  );
};
