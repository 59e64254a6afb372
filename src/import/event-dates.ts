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

/** A date that does not exist is moved by the library to one that does: it has to read as it was written. */
const readTime = (property: ICAL.Property): ICAL.Time => {
  const value = firstValue(property);
  const [, , , written] = property.toJSON() as unknown as readonly unknown[];
  const isReal = value instanceof ICAL.Time && dateOf(value) === String(written).slice(0, 10);
  if (isReal && /^(19|20)/.test(dateOf(value))) return value;
  throw new EventFault(calendarFaults.badDate);
};

/** The library reads a value only when it is asked for, and throws a plain error where it cannot. */
export const firstValue = (property: ICAL.Property): unknown => {
  try {
    return property.getFirstValue();
  } catch {
    return undefined;
  }
};

export const dateOf = (time: ICAL.Time): LocalDate => time.toString().slice(0, 10);
