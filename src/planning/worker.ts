import { parentPort, workerData } from 'node:worker_threads';
import { createBoard } from '../core/plan/board.ts';
import type { Caseload } from '../core/plan/caseload.ts';
import { createExact } from './exact.ts';
import { createSolver } from './solver.ts';
import type { Task } from './tasks.ts';

const exact = createExact(createBoard(workerData as Caseload), await createSolver(), (better) =>
  parentPort?.postMessage({ better }),
);
const answer = (task: Task) => {
  switch (task.kind) {
    case 'relax':
      return exact.relax(task);
    case 'price':
      return exact.price(task);
    case 'part':
      return exact.part(task);
    case 'schools':
      return exact.schools(task);
  }
};

parentPort?.on('message', (task: Task) => parentPort?.postMessage(answer(task)));
parentPort?.postMessage('ready');
