import type { Card } from '../../core/card.ts';
import type { Desk } from '../desk.ts';

/** Draws what is true now about a subject for one person; undefined when there is nothing left to say. */
export type Composer = (desk: Desk, subjectId: string) => Promise<Card | undefined>;
