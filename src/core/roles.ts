import type { ActivityKind } from './activity-kind.ts';
import type { FocusArea } from './focus-area.ts';

/** How a visit goes in the room (needs 20, 35, 36, 62); the words are in wording/roles.ts. */
export const formats = [
  'table_group',
  'circulate',
  /** Around the whole room with an eye on one: nobody but the therapist knows it from `circulate`. */
  'cover',
  'one_to_one',
  'whole_class',
  'observe',
] as const;
export type Format = (typeof formats)[number];

export const leads = ['teacher', 'therapist', 'together'] as const;
export type Lead = (typeof leads)[number];

export const places = ['side_table', 'around', 'beside', 'front', 'carpet', 'back'] as const;
export type Place = (typeof places)[number];

export const whoms = ['small_group', 'whoever', 'one', 'everyone'] as const;
export type Whom = (typeof whoms)[number];

export const paraParts = ['other_tables', 'joins', 'as_usual', 'break'] as const;
export type ParaPart = (typeof paraParts)[number];
/** What a para may ask for herself. */
export const offeredParts: readonly ParaPart[] = ['other_tables', 'joins', 'break'];

export interface Roles {
  readonly format: Format;
  readonly lead: Lead;
  readonly place: Place;
  readonly whom: Whom;
  /** Null: nobody has said that a paraprofessional is in the room. */
  readonly para: ParaPart | null;
}

/** What a format brings along until somebody says otherwise. */
const usualOf: Readonly<Record<Format, Omit<Roles, 'format' | 'para'>>> = {
  table_group: { lead: 'therapist', place: 'side_table', whom: 'small_group' },
  circulate: { lead: 'teacher', place: 'around', whom: 'whoever' },
  cover: { lead: 'teacher', place: 'around', whom: 'whoever' },
  one_to_one: { lead: 'teacher', place: 'beside', whom: 'one' },
  whole_class: { lead: 'therapist', place: 'front', whom: 'everyone' },
  observe: { lead: 'teacher', place: 'back', whom: 'whoever' },
};

/** Adults complement each other rather than do the same twice (62). */
const usualPara: Readonly<Record<Format, ParaPart>> = {
  table_group: 'other_tables',
  circulate: 'as_usual',
  cover: 'as_usual',
  one_to_one: 'other_tables',
  whole_class: 'joins',
  observe: 'as_usual',
};

/** The class sits in small groups, or may. */
const atTables: ReadonlySet<ActivityKind> = new Set<ActivityKind>([
  'centers',
  'group_project',
  'science',
  'art',
  'math',
  'phonics',
  'snack',
  'lunch',
]);
const onCarpet: ReadonlySet<ActivityKind> = new Set<ActivityKind>(['morning_meeting', 'read_aloud', 'sel']);

/** What one child needs and a whole class sees: worked on while helping everybody (36). */
const discreet: ReadonlySet<FocusArea> = new Set<FocusArea>([
  'regulation',
  'sensory',
  'attention',
  'self_care',
]);

/** Nobody has said anything yet: what suits the activity, and keeps the child one of many. */
export const usualRoles = (kind: ActivityKind, focus: FocusArea): Roles => {
  const format = discreet.has(focus) ? 'cover' : atTables.has(kind) ? 'table_group' : 'circulate';
  return { format, ...usualOf[format], ...(onCarpet.has(kind) ? { place: 'carpet' } : {}), para: null };
};

/** Another format brings along what nobody has changed by hand. */
export const changedRoles = (before: Roles, said: Roles): Roles => {
  if (said.format === before.format) return said;
  const usual = usualOf[said.format];
  return {
    format: said.format,
    lead: said.lead === before.lead ? usual.lead : said.lead,
    place: said.place === before.place ? usual.place : said.place,
    whom: said.whom === before.whom ? usual.whom : said.whom,
    para: said.para === before.para && before.para !== null ? usualPara[said.format] : said.para,
  };
};

/** As a visit holds them: all null until they are settled. */
export type RolesSaid = { readonly [Key in keyof Roles]: Roles[Key] | null } & {
  readonly kind: ActivityKind;
  readonly focus: FocusArea;
};

export const rolesOf = ({ kind, focus, format, lead, place, whom, para }: RolesSaid): Roles =>
  format === null || lead === null || place === null || whom === null
    ? usualRoles(kind, focus)
    : { format, lead, place, whom, para };

/** The para’s part in a class that has one: what was settled, or what suits the format. */
export const paraPartOf = (visit: RolesSaid): ParaPart => {
  const { para, format } = rolesOf(visit);
  return para ?? usualPara[format];
};
