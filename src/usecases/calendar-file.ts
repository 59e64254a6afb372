import { calendarFile } from '../core/calendar-file.ts';
import { DAY } from '../core/time.ts';
import { talkTitle } from '../core/wording/touch-base.ts';
import type { Clock } from '../ports/clock.ts';
import { talkByKey } from '../store/calendar-keys.ts';
import type { Db, Row } from '../store/schema.ts';
import { withOrganization } from '../store/with-organization.ts';
import type { Desk } from './desk.ts';

const address = /^\/calendar\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{32})\.ics$/;

/** Where an agreed talk’s calendar file is; undefined where nobody outside can reach us. */
export const calendarLink = (
  { publicUrl }: Pick<Desk, 'publicUrl'>,
  { organization_id, calendar_key }: Row<'touch_bases'>,
): string | undefined =>
  publicUrl === undefined || calendar_key === null
    ? undefined
    : `${publicUrl}/calendar/${organization_id}.${calendar_key}.ics`;

/** A calendar that looks once more the day after still finds it. */
const KEPT_AFTER = 2 * DAY;

/** The file behind such an address: who talks with whom, and when. */
export const createCalendarFiles =
  ({ db, clock }: { readonly db: Db; readonly clock: Clock }) =>
  async (path: string): Promise<string | undefined> => {
    const [, organizationId, key] = address.exec(path) ?? [];
    if (organizationId === undefined || key === undefined) return undefined;
    const talk = await withOrganization(db, organizationId, (trx) => talkByKey(trx, key));
    const now = clock.now();
    if (!talk || talk.at === null || talk.at + KEPT_AFTER < now) return undefined;
    if (talk.teacher_says !== 'yes' || talk.therapist_says !== 'yes') return undefined;
    const { id, at: start, minutes, version } = talk;
    const title = talkTitle(talk.therapistName, talk.teacherName);
    return calendarFile({ id, title, start, minutes, version, madeAt: now });
  };
