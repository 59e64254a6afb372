import { useState } from 'react';
import type { Seat } from '../seats.ts';
import type { Step } from '../wire.ts';
import { Avatar } from './avatar.tsx';
import { words } from './words.ts';

interface GuideProps {
  readonly steps: readonly Step[];
  readonly seats: readonly Seat[];
  readonly open: boolean;
  onStep(step: Step): void;
}

/** The story in a few steps; each one prepares the next move, the person makes it. */
export const Guide = ({ steps, seats, open, onStep }: GuideProps) => {
  const [taken, setTaken] = useState<readonly number[]>([]);
  if (steps.length === 0) return null;

  const take = (step: Step, index: number): void => {
    setTaken([...taken, index]);
    onStep(step);
  };

  return (
    <details className="guide" open={open}>
      <summary>
        <span className="guide-title">{words.tryThis}</span>
        <span className="guide-what">{words.tryWhat}</span>
      </summary>
      <ol>
        {steps.map((step, index) => {
          const seat = seats.find((one) => one.id === step.seat);
          return (
            <li key={step.text}>
              <button
                type="button"
                className={taken.includes(index) ? 'step is-taken' : 'step'}
                onClick={() => take(step, index)}
              >
                <span className="step-head">
                  <span className="step-number">{index + 1}</span>
                  {seat ? <Avatar seat={seat} size={22} /> : null}
                  {step.say ? <code>{step.say}</code> : null}
                </span>
                <span className="step-text">{step.text}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </details>
  );
};
