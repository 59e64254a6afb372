import type { FormValues } from '../core/form.ts';
import type { Answer, InboundEvent } from '../ports/inbound.ts';
import type { Counter } from './desk.ts';

export type Tap = Extract<InboundEvent, { kind: 'tap' }>;
export type Submit = Extract<InboundEvent, { kind: 'submit' }>;

export type OnTap = (counter: Counter, tap: Tap) => Promise<Answer>;
export type OnSubmit = (counter: Counter, submit: Submit) => Promise<Answer>;
/** What follows the command's name. */
export type OnCommand = (counter: Counter, rest: string) => Promise<Answer>;

/** One filled-in field; empty when it was left blank or is not there. */
export const field = (values: FormValues, name: string): string => {
  const value = values[name];
  // Postgres keeps no NUL in text, and nobody types one.
  return typeof value === 'string' ? value.replaceAll('\0', '').trim() : '';
};

export const fields = (values: FormValues, name: string): readonly string[] => {
  const value = values[name];
  if (value === undefined || value === '') return [];
  return typeof value === 'string' ? [value] : value;
};

/** What was picked in one field, if that is one of its choices. */
export const chosen = <T extends string>(
  values: FormValues,
  name: string,
  choices: readonly T[],
): T | undefined => choices.find((choice) => choice === field(values, name));

export const isWhole = (number: number, least: number, most: number): boolean =>
  Number.isInteger(number) && number >= least && number <= most;

/** The card that was tapped was drawn before the last change. */
export const isOvertaken = (tap: Tap, { version }: { readonly version: number }): boolean =>
  tap.version !== undefined && tap.version !== version;

/** Ids come back from platforms as text anybody could have written. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
