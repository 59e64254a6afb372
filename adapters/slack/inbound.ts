import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { FormValues } from '../../src/core/form.ts';
import type { Address } from '../../src/core/people.ts';
import type { Inbound, InboundEvent } from '../../src/ports/inbound.ts';
import type { MessageRef } from '../../src/ports/messenger.ts';
import type {
  commandPayload,
  EventPayload,
  MessageEvent,
  Person,
  SubmitPayload,
  TapPayload,
  Typed,
} from './payloads.ts';
import { sayAgain, type TapCode } from './tap-code.ts';
import { enterpriseOf, isEnterprise, type Origin } from './tenant.ts';
import { plainWords } from './words.ts';

const address = (tenantId: string, userId: string, channel?: string): Address => ({
  platform: 'slack',
  tenantId,
  userId,
  conversation: channel === undefined ? {} : { channel },
});

const teamOfCommand = (command: z.infer<typeof commandPayload>): string =>
  enterpriseOf(command) ?? command.team_id;

export const fromCommand = (command: z.infer<typeof commandPayload>): Inbound => ({
  dedupeKey: `${teamOfCommand(command)}:${command.trigger_id}`,
  from: address(teamOfCommand(command), command.user_id),
  // The answer is shown to this person alone, wherever they typed it.
  inPrivate: true,
  event: { kind: 'words', text: plainWords(command.text, undefined) },
});

export const homeTeam = (payload: EventPayload): string => {
  const home = payload.authorizations?.[0];
  return (home && (enterpriseOf(home) ?? home.team_id)) ?? payload.team_id;
};

/** Where a tap or a form comes from. */
export const teamOfInteraction = (
  payload: Origin & { readonly team?: { readonly id: string } | null | undefined; readonly user: Person },
): string | undefined => enterpriseOf(payload) ?? payload.team?.id ?? payload.user.team_id;

export const fromMessage = (payload: EventPayload, message: MessageEvent, inPrivate: boolean): Inbound => ({
  dedupeKey: `${homeTeam(payload)}:${payload.event_id}`,
  from: address(homeTeam(payload), message.user, inPrivate ? message.channel : undefined),
  inPrivate,
  event: {
    kind: 'words',
    text: plainWords(message.text, payload.authorizations?.[0]?.user_id ?? undefined),
  },
});

export const fromHome = (payload: EventPayload, userId: string): Inbound => ({
  dedupeKey: `${homeTeam(payload)}:${payload.event_id}`,
  from: address(homeTeam(payload), userId),
  inPrivate: true,
  event: { kind: 'home' },
});

export const fromAccount = (
  payload: EventPayload,
  user: Person & { deleted?: boolean | undefined },
): Inbound => {
  const isClosed = user.deleted || user.is_restricted || user.is_ultra_restricted || user.is_stranger;
  return {
    dedupeKey: `${homeTeam(payload)}:${payload.event_id}`,
    from: address(homeTeam(payload), user.id),
    inPrivate: true,
    event: {
      kind: 'account',
      standing: isClosed ? 'closed' : 'open',
      since: payload.event_time * 1000,
    },
  };
};

/** A message that can still be changed later; an ephemeral one cannot, and lives in a channel that may not be ours. */
const lasting = (team: string, tap: TapPayload): MessageRef | undefined => {
  const { type, is_ephemeral, channel_id, message_ts } = tap.container ?? {};
  if (type !== 'message' || is_ephemeral === true || !channel_id || !message_ts) return undefined;
  return { team, channel: channel_id, ts: message_ts };
};

export const fromTap = (team: string, tap: TapPayload, code: TapCode): Inbound => {
  const message = lasting(team, tap);
  const channel = message?.['channel'];
  const direct = channel?.startsWith('D') === true;
  const { name, ref, value, version } = code;
  const event: InboundEvent =
    name === sayAgain
      ? { kind: 'words', text: value ?? '' }
      : {
          kind: 'tap',
          action: name,
          ref,
          ...(value === undefined ? {} : { value }),
          ...(version === undefined ? {} : { version }),
          ...(message === undefined ? {} : { message }),
        };
  return {
    dedupeKey: `${team}:${tap.trigger_id ?? `${tap.actions[0]?.action_ts}:${tap.user.id}`}`,
    from: address(team, tap.user.id, direct ? channel : undefined),
    inPrivate: message === undefined || direct,
    event,
  };
};

const typedValue = (typed: Typed): string | readonly string[] =>
  typed.selected_options?.map((option) => option.value) ??
  typed.selected_option?.value ??
  typed.selected_date ??
  typed.selected_time ??
  typed.value ??
  '';

const typedValues = (view: SubmitPayload['view']): FormValues =>
  Object.fromEntries(
    Object.entries(view.state.values).flatMap(([field, byAction]) => {
      const [typed] = Object.values(byAction);
      return typed === undefined ? [] : [[field, typedValue(typed)]];
    }),
  );

export const fromSubmit = (
  team: string,
  submit: SubmitPayload,
  { form, ref }: { form: string; ref: string },
): Inbound => {
  const values = typedValues(submit.view);
  // The view's hash stays the same after refused fields, so a mended form is told apart by what it says.
  const content = createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 16);
  return {
    dedupeKey: `${team}:${submit.view.id}:${submit.view.hash}:${content}`,
    from: address(team, submit.user.id),
    inPrivate: true,
    event: { kind: 'submit', form, ref, values },
  };
};

/**
 * Guests, and people whose home is another workspace, as far as the payload tells. Which workspaces an Enterprise
 * organization has it does not tell; the directory asks before anybody becomes a member.
 */
export const isStranger = (team: string, person: Person): boolean =>
  (person.team_id !== undefined && person.team_id !== team && !isEnterprise(team)) ||
  person.is_stranger === true ||
  person.is_restricted === true ||
  person.is_ultra_restricted === true;

export const isForeign = (payload: EventPayload, message: MessageEvent): boolean => {
  const home = homeTeam(payload);
  return [message.user_team, message.source_team, message.team].some(
    // To a workspace an `E…` is the district's own Enterprise organization; to that, a `T…` is one of its workspaces.
    (team) => team !== undefined && isEnterprise(team) === isEnterprise(home) && team !== home,
  );
};
