import { useState } from 'react';
import { Avatar, BotAvatar } from '../avatar.tsx';
import { Composer } from '../composer.tsx';
import { BellIcon, ChatIcon, HomeIcon } from '../icons.tsx';
import { usePlay } from '../play.ts';
import { Thread } from '../thread.tsx';
import { words } from '../words.ts';
import { AppHome } from './app-home.tsx';
import { Modal } from './modal.tsx';
import { SlackMessage } from './slack-message.tsx';

type Tab = 'home' | 'messages';

export const SlackSeat = () => {
  const { seat, state, act } = usePlay();
  const [tab, setTab] = useState<Tab>('messages');
  const top = state.views.at(-1);

  const go = (next: Tab): void => {
    setTab(next);
    if (next === 'home') void act('home');
  };

  return (
    <>
      <div className="frame" inert={top !== undefined}>
        <div className="rail" aria-hidden="true">
          <HomeIcon />
          <span className="is-here">
            <ChatIcon />
          </span>
          <BellIcon />
          <Avatar seat={seat} size={30} />
        </div>
        <div className="pane">
          <header className="pane-head">
            <BotAvatar size={26} />
            <h3>PushIn</h3>
            <span className="app-tag">{words.app}</span>
            <nav className="tabs" aria-label="PushIn">
              {(['home', 'messages'] as const).map((name) => (
                <button
                  key={name}
                  type="button"
                  className="tab"
                  aria-current={tab === name ? 'page' : undefined}
                  onClick={() => go(name)}
                >
                  {words[name]}
                </button>
              ))}
            </nav>
          </header>
          {tab === 'home' ? (
            <AppHome />
          ) : (
            <>
              <Thread>{(message) => <SlackMessage message={message} />}</Thread>
              <Composer placeholder={words.messageTo} />
            </>
          )}
        </div>
      </div>
      {top ? <Modal key={String(top['id'])} view={top} /> : null}
    </>
  );
};
