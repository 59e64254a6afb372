import type { Instant } from '../../../src/core/time.ts';

const formatter = (options: Intl.DateTimeFormatOptions) => {
  const byZone = new Map<string, Intl.DateTimeFormat>();
  return (instant: Instant, zone: string): string => {
    const format = byZone.get(zone) ?? new Intl.DateTimeFormat('en-US', { ...options, timeZone: zone });
    byZone.set(zone, format);
    return format.format(instant);
  };
};

export const clockTime = formatter({ hour: 'numeric', minute: '2-digit' });
export const longDay = formatter({ weekday: 'long', month: 'long', day: 'numeric' });
export const dayKey = formatter({ year: 'numeric', month: '2-digit', day: '2-digit' });
