import { randomBytes } from 'node:crypto';
import type { Json } from '../wire.ts';
import { withIds } from './blocks.ts';
import type { SlackView, Team } from './types.ts';

/** Milliseconds a trigger lives: docs.slack.dev, "interactivity". */
const TRIGGER_LIFE = 3_000;
/** Modals that may lie over each other. */
const TALLEST_STACK = 3;

export type Fault = { readonly fault: string };
export type Surfaces = ReturnType<typeof createSurfaces>;

const freshId = (prefix: string): string => prefix + randomBytes(5).toString('hex').toUpperCase();
const freshHash = (): string => `${Math.floor(Date.now() / 1000)}.${randomBytes(4).toString('hex')}`;

/** Modals and home pages, and the short-lived triggers that may open them. */
export const createSurfaces = (deps: { team: Team; changed: (user: string) => void }) => {
  const stacks = new Map<string, SlackView[]>();
  const homes = new Map<string, SlackView>();
  const triggers = new Map<string, { user: string; until: number; used: boolean }>();

  const stack = (user: string): readonly SlackView[] => stacks.get(user) ?? [];
  const setStack = (user: string, views: readonly SlackView[]): void => {
    stacks.set(user, [...views]);
    deps.changed(user);
  };

  const build = (
    definition: Json,
    old: Partial<SlackView> | undefined,
    previous: SlackView | undefined,
  ): SlackView => {
    const id = old?.id ?? freshId('V');
    return {
      private_metadata: '',
      callback_id: '',
      external_id: '',
      submit: null,
      close: null,
      clear_on_close: false,
      notify_on_close: false,
      ...definition,
      id,
      type: definition['type'] === 'home' ? 'home' : 'modal',
      hash: freshHash(),
      blocks: withIds((definition['blocks'] as Json[] | undefined) ?? []),
      team_id: deps.team.teamId,
      app_installed_team_id: deps.team.teamId,
      app_id: deps.team.appId,
      bot_id: deps.team.botId,
      state: { values: {} },
      root_view_id: old?.['root_view_id'] ?? previous?.['root_view_id'] ?? id,
      previous_view_id: old?.['previous_view_id'] ?? previous?.id ?? null,
    };
  };

  const locate = (viewId: string): { user: string; view: SlackView } | undefined => {
    for (const [user, views] of stacks) {
      const view = views.find((other) => other.id === viewId);
      if (view) return { user, view };
    }
    return undefined;
  };

  const put = (user: string, definition: Json): SlackView | Fault => {
    const open = stack(user);
    if (open.length >= TALLEST_STACK) return { fault: 'push_limit_reached' };
    const view = build(definition, undefined, open.at(-1));
    setStack(user, [...open, view]);
    return view;
  };

  return {
    stack,
    locate,
    put,
    home: (user: string): SlackView | undefined => homes.get(user),

    trigger(user: string): string {
      const now = Date.now();
      for (const [id, trigger] of triggers) if (trigger.until < now - TRIGGER_LIFE) triggers.delete(id);
      const id = `${now}.${randomBytes(4).readUInt32BE()}.${randomBytes(8).toString('hex')}`;
      triggers.set(id, { user, until: now + TRIGGER_LIFE, used: false });
      return id;
    },

    open(triggerId: string, definition: Json, over: 'nothing' | 'view'): SlackView | Fault {
      const trigger = triggers.get(triggerId);
      if (trigger === undefined) return { fault: 'invalid_trigger_id' };
      if (trigger.used) return { fault: 'exchanged_trigger_id' };
      if (Date.now() > trigger.until) return { fault: 'expired_trigger_id' };
      trigger.used = true;
      if (over === 'nothing') stacks.set(trigger.user, []);
      return put(trigger.user, definition);
    },

    update(viewId: string, definition: Json, hash: string | undefined): SlackView | Fault {
      const found = locate(viewId);
      if (found === undefined) return { fault: 'not_found' };
      if (hash !== undefined && hash !== found.view.hash) return { fault: 'hash_conflict' };
      const view = build(definition, found.view, undefined);
      setStack(
        found.user,
        stack(found.user).map((other) => (other.id === viewId ? view : other)),
      );
      return view;
    },

    publish(user: string, definition: Json, hash: string | undefined): SlackView | Fault {
      const old = homes.get(user);
      if (hash !== undefined && old !== undefined && hash !== old.hash) return { fault: 'hash_conflict' };
      const view = build(definition, old, undefined);
      homes.set(user, view);
      deps.changed(user);
      return view;
    },

    close: (user: string, viewId: string): void =>
      setStack(
        user,
        stack(user).filter((view) => view.id !== viewId),
      ),
    clear: (user: string): void => setStack(user, []),
  };
};
