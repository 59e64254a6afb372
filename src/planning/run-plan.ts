import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { checkPlan } from '../core/plan/check-plan.ts';
import { readCaseload } from '../core/plan/read-caseload.ts';
import type { WeekPlan } from '../core/plan/week-plan.ts';
import { writeUnplaced, writeVisits } from '../core/plan/write-plan.ts';
import { caseloadFaults } from '../core/wording/caseload-faults.ts';
import { planWords } from '../core/wording/plan.ts';
import { planCaseload } from './plan-caseload.ts';

interface Run {
  readonly args: readonly string[];
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** What has changed, over the line before; missing where nobody watches. */
  readonly progress?: ((line: string) => void) | undefined;
  readonly stop: AbortSignal;
  /** Since the process began. */
  readonly elapsed: () => number;
}

const DEFAULT_SECONDS = 20;
/** For writing it down and ending in order. */
const LAST_SECONDS = 0.12;

/** Plans the week of a file; answers whether there was one. */
export const runPlan = async ({ args, out, err, progress, stop, elapsed }: Run): Promise<boolean> => {
  const asked = readArgs(args);
  if (asked === undefined) {
    err(planWords.usage);
    return false;
  }
  const reading = await readFileOf(asked.path);
  if (!reading.ok) {
    for (const fault of reading.faults) err(fault);
    return false;
  }
  const { caseload } = reading;
  const planned = await planCaseload({
    caseload,
    until: {
      secondsLeft: () => asked.seconds - LAST_SECONDS - caseload.services.length / 10_000 - elapsed(),
    },
    signal: stop,
    ...(progress === undefined
      ? {}
      : {
          onProgress: ({ objective, bound }) =>
            progress(planWords.progress(objective, gapOf(objective, bound))),
        }),
  });
  const visits = writeVisits(planned.board, planned.visits);
  const { broken, objective } = checkPlan(caseload, visits);
  if (broken.length > 0) throw new Error(`The plan breaks rules: ${broken.slice(0, 3).join('; ')}`);
  const bound = Number.isFinite(planned.bound) ? Math.max(planned.bound, objective) : null;
  const plan: WeekPlan = {
    visits,
    unplaced: writeUnplaced(planned.board, planned.visits),
    objective: rounded(objective),
    bound: bound === null ? null : rounded(bound),
    gap: bound === null ? null : rounded(gapOf(objective, bound)),
    provenOptimal: planned.isProven,
    seconds: rounded(elapsed()),
  };
  const text = JSON.stringify(plan);
  if (asked.file === undefined) out(text);
  else await writeFile(asked.file, `${text}\n`);
  return true;
};

const readArgs = (args: readonly string[]) => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { seconds: { type: 'string' }, out: { type: 'string' } },
    });
    const seconds = Number(values.seconds ?? DEFAULT_SECONDS);
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0 || !(seconds > 0)) return undefined;
    return { path, seconds, file: values.out };
  } catch {
    return undefined;
  }
};

const readFileOf = async (path: string): Promise<ReturnType<typeof readCaseload>> => {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return { ok: false, faults: [caseloadFaults.noFile(path)] };
  }
  try {
    return readCaseload(JSON.parse(text));
  } catch {
    return { ok: false, faults: [caseloadFaults.notJson] };
  }
};

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
const gapOf = (objective: number, bound: number): number =>
  (100 * Math.max(0, bound - objective)) / Math.max(1e-9, Math.abs(bound));
