import type { ModalView } from '@slack/types';
import type { Log } from '../../src/ports/log.ts';
import { failureOf } from './errors.ts';
import { waitingView } from './render-view.ts';
import type { Web } from './web.ts';

/** A modal on somebody's screen, or one that is just opening. */
export interface Dialog {
  /** False when it could not be opened or is closed already. */
  show(view: ModalView): Promise<boolean>;
}

export interface Dialogs {
  /** Slack's trigger lives three seconds and works once, so the modal opens before anything is looked up. */
  openWaiting(team: string, triggerId: string, title: string): Dialog;
  open(team: string, triggerId: string, view: ModalView): Promise<boolean>;
  onScreen(team: string, viewId: string): Dialog;
}

export const createDialogs = (web: Web, log: Log): Dialogs => {
  const noted = (call: string) => (error: unknown) => {
    log.warn({ call, ...failureOf(error) }, 'slack_dialog_failed');
    return undefined;
  };

  const opened = (team: string, triggerId: string, view: ModalView): Promise<string | undefined> =>
    web(team)
      .then((slack) => slack.views.open({ trigger_id: triggerId, view }))
      .then((answer) => answer.view?.id, noted('views.open'));

  const update = async (team: string, viewId: string | undefined, view: ModalView): Promise<boolean> => {
    if (viewId === undefined) return false;
    const answer = await web(team)
      .then((slack) => slack.views.update({ view_id: viewId, view }))
      .catch(noted('views.update'));
    return answer !== undefined;
  };

  return {
    openWaiting(team, triggerId, title) {
      const opening = opened(team, triggerId, waitingView(title));
      return { show: async (view) => update(team, await opening, view) };
    },
    open: async (team, triggerId, view) => (await opened(team, triggerId, view)) !== undefined,
    onScreen: (team, viewId) => ({ show: (view) => update(team, viewId, view) }),
  };
};
