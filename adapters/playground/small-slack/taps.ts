import { isAccepted } from '../deliver.ts';
import { parseObject } from '../http.ts';
import type { Seat } from '../seats.ts';
import type { Done, Json, Values } from '../wire.ts';
import { words } from '../words.ts';
import { elementsOf, filled, isBlank, stateOf } from './blocks.ts';
import { actorFields, done, type PersonDeps } from './person.ts';
import { channelOf } from './threads.ts';
import type { SlackView } from './types.ts';

export interface Tap {
  readonly on: 'message' | 'view';
  /** A message's ts or a view's id. */
  readonly id: string;
  readonly blockId: string;
  readonly actionId: string;
  readonly chosen?: string | readonly string[] | undefined;
  readonly values: Values;
}

const refused: Done = { ok: false, error: words.notTaken };

/** What somebody does with buttons and modals. */
export const createTaps = (deps: PersonDeps) => {
  const { threads, surfaces, responses, sender, team } = deps;

  const interact = (seat: Seat, type: string, content: Json) =>
    sender.form({
      payload: JSON.stringify({
        type,
        ...actorFields(deps, seat),
        trigger_id: surfaces.trigger(seat.id),
        ...content,
      }),
    });

  /** Where the tapped thing is, in Slack's words. */
  const messageContext = (seat: Seat, id: string, values: Values): Json | undefined => {
    const channel = channelOf(seat.id);
    const message = threads.find(channel, id);
    if (!message?.blocks) return undefined;
    const { ts, text, blocks, metadata } = message;
    return {
      container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: message.onlyYou },
      channel: { id: channel, name: 'directmessage' },
      ...(message.onlyYou
        ? {}
        : {
            message: {
              type: 'message',
              user: team.botUser,
              bot_id: team.botId,
              app_id: team.appId,
              ts,
              text,
              blocks,
              ...(metadata ? { metadata } : {}),
            },
          }),
      state: stateOf(blocks, values),
      response_url: responses.grant(channel, ts),
    };
  };

  const viewOf = (seat: Seat, id: string): SlackView | undefined => {
    const home = surfaces.home(seat.id);
    return home?.id === id ? home : surfaces.stack(seat.id).find((view) => view.id === id);
  };

  const viewContext = (view: SlackView | undefined, values: Values): Json | undefined =>
    view && {
      container: { type: 'view', view_id: view.id },
      view: { ...view, state: stateOf(view.blocks, values) },
    };

  const obey = (seat: Seat, view: SlackView, body: string): Done => {
    const order = parseObject(body);
    const next = order?.['view'] as Json | undefined;
    switch (order?.['response_action']) {
      case 'errors':
        return { ok: true, errors: order['errors'] as Readonly<Record<string, string>> };
      case 'update':
        if (next) surfaces.update(view.id, next, undefined);
        return done;
      case 'push':
        if (next) surfaces.put(seat.id, next);
        return done;
      case 'clear':
        surfaces.clear(seat.id);
        return done;
      default:
        surfaces.close(seat.id, view.id);
        return done;
    }
  };

  return {
    async tap(seat: Seat, { on, id, blockId, actionId, chosen, values }: Tap): Promise<Done> {
      const view = viewOf(seat, id);
      const context = on === 'message' ? messageContext(seat, id, values) : viewContext(view, values);
      const blocks = on === 'message' ? threads.find(channelOf(seat.id), id)?.blocks : view?.blocks;
      const tapped = elementsOf(blocks ?? []).find(
        (one) => one.blockId === blockId && one.actionId === actionId,
      );
      if (context === undefined || tapped === undefined) return refused;
      const { type, text, value, style } = tapped.element;
      const content =
        type === 'button'
          ? { type, text, ...(value === undefined ? {} : { value }), ...(style ? { style } : {}) }
          : filled(tapped.element, chosen);
      const action = { ...content, action_id: actionId, block_id: blockId, action_ts: threads.nextTs() };
      const reply = await interact(seat, 'block_actions', { ...context, actions: [action] });
      return isAccepted(reply) ? done : refused;
    },

    async submit(seat: Seat, viewId: string, values: Values): Promise<Done> {
      const view = surfaces.stack(seat.id).find((open) => open.id === viewId);
      if (view === undefined) return refused;
      const blank = elementsOf(view.blocks).filter(
        ({ blockId, actionId, element, input }) =>
          input && input['optional'] !== true && isBlank(filled(element, values[blockId]?.[actionId])),
      );
      if (blank.length > 0) {
        return {
          ok: true,
          errors: Object.fromEntries(blank.map(({ blockId }) => [blockId, words.required])),
        };
      }
      const reply = await interact(seat, 'view_submission', {
        view: { ...view, state: stateOf(view.blocks, values) },
        response_urls: [],
      });
      return isAccepted(reply) ? obey(seat, view, reply.body) : { ok: false, error: words.formFailed };
    },

    async dismiss(seat: Seat, viewId: string): Promise<Done> {
      const view = surfaces.stack(seat.id).find((open) => open.id === viewId);
      if (view === undefined) return done;
      surfaces.close(seat.id, viewId);
      if (view['notify_on_close'] === true) {
        await interact(seat, 'view_closed', { view: { ...view, state: { values: {} } }, is_cleared: false });
      }
      return done;
    },
  };
};
