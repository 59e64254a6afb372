import ICAL from 'ical.js';
import type { LocalDate } from '../core/time.ts';
import { isZone } from '../core/time.ts';
import { calendarFaults } from '../core/wording/import-faults.ts';

/** Why one event cannot be taken. */
export class EventFault extends Error {}

export const timeOf = (event: ICAL.Component, name: 'dtstart' | 'dtend'): ICAL.Time | undefined => {
  const property = event.getFirstProperty(name);
  const value = property && readTime(property);
  if (!property || !value) return undefined;
  const zone = property.getFirstParameter('tzid');
  const defined = event.parent?.getAllSubcomponents('vtimezone') ?? [];
  const isDefined = defined.some((known) => known.getFirstPropertyValue('tzid') === zone);
  if (zone && !isDefined && !isZone(zone)) throw new EventFault(calendarFaults.badZone(zone));
  return value;
};

/** A date that does not exist either throws or is moved to one that does: it has to read as it was written. */
const readTime = (property: ICAL.Property): ICAL.Time | undefined => {
  try {
    const value = property.getFirstValue();
    const [, , , written] = property.toJSON() as unknown as readonly unknown[];
    const isReal = value instanceof ICAL.Time && dateOf(value) === String(written).slice(0, 10);
    if (isReal && /^(19|20)/.test(dateOf(value))) return value;
  } catch {
    // Told below, as for a date that was moved.
  }
  throw new EventFault(calendarFaults.badDate);
};

export const dateOf = (time: ICAL.Time): LocalDate => time.toString().slice(0, 10);
