import type { Track } from './minutes/tracks.ts';

/** In the class; in it or outside, decided that day; outside; with the adults only. */
export const visitSettings = ['push_in', 'either', 'pull_out', 'consult'] as const;
export type VisitSetting = (typeof visitSettings)[number];

/** What has a place in the class takes its room; the others only the therapist's time. */
export const takesRoom = (setting: VisitSetting): boolean => setting === 'push_in' || setting === 'either';

export const trackOf = (setting: VisitSetting): Track => {
  if (takesRoom(setting)) return 'in_class';
  return setting === 'pull_out' ? 'outside' : 'adults';
};
