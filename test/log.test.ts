import { expect, test } from '@jest/globals';
import { createLog } from '../src/log.ts';
import { faultFields } from '../src/ports/fault-fields.ts';

const written = (level: Parameters<typeof createLog>[0]) => {
  const lines: string[] = [];
  const log = createLog(level, { write: (line) => void lines.push(line) });
  log.info({ outboxId: '7' }, 'sent');
  log.warn({}, 'late');
  log.error({ code: '57P01' }, 'tick failed');
  return lines.map((line) => JSON.parse(line));
};

test('a log line is JSON with its event, its ids and a time in UTC', () => {
  expect(written('info')[0]).toEqual({
    level: 30,
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    outboxId: '7',
    msg: 'sent',
  });
});

test('the level decides what is written', () => {
  expect(written('warn').map((line) => line.msg)).toEqual(['late', 'tick failed']);
  expect(written('silent')).toEqual([]);
});

test('something thrown is logged by name, code and place, never by its words', () => {
  const words = 'Kim\n    at school with Otter\n    at Otter (table:1:2)';
  const fault = Object.assign(new RangeError(words), { code: '23505' });
  const fields = faultFields(fault);
  expect(fields).toMatchObject({ fault: 'RangeError', code: '23505' });
  expect(JSON.stringify(fields)).toMatch(/log\.test/);
  expect(JSON.stringify(fields)).not.toMatch(/Kim|Otter/);
});

test('something odd thrown is logged too', () => {
  expect(faultFields('Kim')).toEqual({ fault: 'string' });
  expect(faultFields(undefined)).toEqual({ fault: 'undefined' });
});
