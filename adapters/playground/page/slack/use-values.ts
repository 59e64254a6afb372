import { useState } from 'react';
import type { Values } from '../../wire.ts';
import type { Chosen } from './shapes.ts';

/** What was filled in so far. Like Slack, it outlives an update of the same view. */
export const useValues = () => {
  const [values, setValues] = useState<Values>({});
  const setValue = (blockId: string, actionId: string, value: Chosen): Values => {
    const next = { ...values, [blockId]: { ...values[blockId], [actionId]: value } };
    setValues(next);
    return next;
  };
  return { values, setValue };
};
