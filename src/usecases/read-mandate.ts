import type { Faults } from '../core/form.ts';
import type { MandatePeriod } from '../core/minutes/mandate.ts';
import { type Rhythm, rhythms, type StudentLine } from '../core/minutes/tracks.ts';
import { type Differing, readDiffering } from '../core/reading/read-differing.ts';
import { type VisitSetting, visitSettings } from '../core/visit-setting.ts';
import { differingFaults } from '../core/wording/visit-settings.ts';
import { chosen, field, type Submit } from './door.ts';

/** What a form says of where, in which rhythm and for whom otherwise. */
interface Said {
  /** Undefined where nothing was chosen. */
  readonly setting: VisitSetting | undefined;
  readonly rhythm: Rhythm | undefined;
  readonly differing: readonly Differing[];
}

export const readSettings = (
  { values }: Submit,
  aliases: readonly string[],
  usual: VisitSetting = 'push_in',
): Said | { readonly faults: Faults } => {
  const setting = chosen(values, 'setting', visitSettings);
  const rhythm = chosen(values, 'rhythm', rhythms);
  const differing = readDiffering(field(values, 'differing'), aliases, setting ?? usual);
  return differing.ok
    ? { setting, rhythm, differing: differing.lines }
    : { faults: { differing: differingFaults[differing.why](differing.piece) } };
};

export const rhythmFault = (
  rhythm: Rhythm,
  period: MandatePeriod,
  lines: readonly StudentLine[],
): Faults | undefined =>
  rhythm === 'three_one' && (period !== 'week' || lines.some(({ setting }) => setting === 'consult'))
    ? { rhythm: differingFaults.rhythm }
    : undefined;

/** Student by student: what was said of one alone instead of what holds for all. */
export const linesFor = <Student extends { readonly alias: string }>(
  students: readonly Student[],
  usual: (student: Student) => readonly StudentLine[],
  differing: readonly Differing[],
): (StudentLine & { readonly student: Student })[] =>
  students.flatMap((student) => {
    const own = differing.filter(({ alias }) => alias.toLowerCase() === student.alias.toLowerCase());
    return (own.length > 0 ? own : usual(student)).map(({ count, minutes, setting }) => ({
      student,
      count,
      minutes,
      setting,
    }));
  });
