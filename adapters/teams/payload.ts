import { z } from 'zod';
import type { Action } from '../../src/core/card.ts';

/** What our buttons and dialogs carry through Teams and back. Anybody can forge it, so it only ever names things. */
const text = z.string().max(2048);

const tapSchema = z.object({
  action: z.string().min(1).max(256),
  ref: text,
  value: text.optional(),
  version: z.number().int().optional(),
});
export type Tap = z.output<typeof tapSchema>;

/** What a form is opened by, and opened again by when it comes back with faults. */
const openingSchema = z.union([tapSchema, z.object({ words: z.string().max(10_000) })]);
export type Opening = z.output<typeof openingSchema>;

const names = z.array(z.string().max(256)).max(100);

const dialogSchema = z.object({
  pushin: z.object({
    form: z.string().min(1).max(256),
    ref: text,
    /** Fields with one value, and with several. */
    one: names,
    many: names,
    opening: openingSchema,
    /** The activity that opened it: the same form sent twice from one dialog is one act. */
    openedAt: text,
    /** The message whose button opened it. */
    card: text.optional(),
  }),
});
export type Dialog = z.output<typeof dialogSchema>['pushin'];

export const readTap = (data: unknown): Tap | undefined => tapSchema.safeParse(data).data;
export const readOpening = (data: unknown): Opening | undefined => openingSchema.safeParse(data).data;
export const readDialog = (data: unknown): Dialog | undefined => dialogSchema.safeParse(data).data?.pushin;

export const tapOf = ({ name, ref, value, version }: Action): Tap => ({
  action: name,
  ref,
  ...(value !== undefined && { value }),
  ...(version !== undefined && { version }),
});

/** Several choices arrive as one text with commas between. */
export const packChoice = (value: string): string => value.replaceAll('%', '%25').replaceAll(',', '%2C');
export const unpackChoice = (packed: string): string => packed.replaceAll('%2C', ',').replaceAll('%25', '%');
