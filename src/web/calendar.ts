import type { Fallback } from './dispatch.ts';
import { replyText } from './reply.ts';

/** `GET /calendar/….ics`. Who has the address has the appointment; a wrong one and an old one look the same. */
export const createCalendarPages =
  (fileAt: (path: string) => Promise<string | undefined>): Fallback =>
  async (request, response) => {
    const [path = ''] = (request.url ?? '').split('?', 1);
    if (!path.startsWith('/calendar/')) return false;
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const file = await fileAt(path);
    if (file === undefined) {
      replyText(response, 404, 'This appointment has moved or is over.');
      return true;
    }
    response
      .writeHead(200, {
        'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
        'Content-Disposition': 'attachment; filename="five-minutes.ics"',
      })
      .end(file);
    return true;
  };
