import type { z } from 'zod';
import { caseloadFaults } from '../wording/caseload-faults.ts';
import { type Caseload, caseloadShape } from './caseload.ts';
import { contradictionsIn } from './contradictions.ts';
import { pathOf } from './path-of.ts';

export type CaseloadReading =
  | { readonly ok: true; readonly caseload: Caseload }
  | { readonly ok: false; readonly faults: readonly string[] };

/** One sentence for each thing to mend, all at once; what contradicts itself is looked for once the shape is right. */
export const readCaseload = (written: unknown): CaseloadReading => {
  const reading = caseloadShape.safeParse(written);
  const faults = reading.success
    ? contradictionsIn(reading.data)
    : reading.error.issues.map((issue) => faultOf(issue, written));
  return reading.success && faults.length === 0
    ? { ok: true, caseload: reading.data }
    : { ok: false, faults };
};

const faultOf = (issue: z.core.$ZodIssue, written: unknown): string => {
  const path = pathOf(issue.path);
  if (issue.code === 'unrecognized_keys') return caseloadFaults.unknownKeys(path, issue.keys);
  if (issue.code !== 'invalid_key' && valueAt(written, issue.path) === undefined)
    return caseloadFaults.missing(path);
  switch (issue.code) {
    case 'invalid_type':
      return caseloadFaults.kind(path, issue.expected);
    case 'invalid_format':
      return caseloadFaults.time(path);
    case 'invalid_value':
      return caseloadFaults.oneOf(path, issue.values.map(String));
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? caseloadFaults.empty(path)
        : caseloadFaults.atLeast(path, String(issue.minimum));
    case 'too_big':
      return caseloadFaults.atMost(path, String(issue.maximum));
    default:
      return caseloadFaults.empty(path);
  }
};

const valueAt = (written: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    written,
  );
