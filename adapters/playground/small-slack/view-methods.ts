import { z } from 'zod';
import type { Json } from '../wire.ts';
import { viewDefinition } from './arguments.ts';
import { type Method, type MethodDeps, refuse } from './method.ts';
import type { Fault } from './surfaces.ts';
import type { SlackView } from './types.ts';

const hash = z.string().optional();
const open = z.object({ trigger_id: z.string(), view: viewDefinition });
const update = z.object({ view_id: z.string(), view: viewDefinition, hash });
const publish = z.object({ user_id: z.string(), view: viewDefinition, hash });

/** Modals and the home page. */
export const viewMethods = ({ seats, surfaces }: MethodDeps): Readonly<Record<string, Method>> => {
  const opening =
    (over: 'nothing' | 'view'): Method =>
    (given) => {
      const asked = open.safeParse(given);
      if (!asked.success || asked.data.view['type'] !== 'modal') return refuse('invalid_arguments');
      return shown(surfaces.open(asked.data.trigger_id, asked.data.view, over));
    };

  return {
    'views.open': opening('nothing'),
    'views.push': opening('view'),

    'views.update': (given) => {
      const asked = update.safeParse(given);
      if (!asked.success || asked.data.view['type'] !== 'modal') return refuse('invalid_arguments');
      return shown(surfaces.update(asked.data.view_id, asked.data.view, asked.data.hash));
    },

    'views.publish': (given) => {
      const asked = publish.safeParse(given);
      if (!asked.success || asked.data.view['type'] !== 'home') return refuse('invalid_arguments');
      if (!seats.some((seat) => seat.id === asked.data.user_id)) return refuse('user_not_found');
      return shown(surfaces.publish(asked.data.user_id, asked.data.view, asked.data.hash));
    },
  };
};

const shown = (outcome: SlackView | Fault): Json =>
  'fault' in outcome && typeof outcome.fault === 'string'
    ? refuse(outcome.fault)
    : { ok: true, view: outcome };
