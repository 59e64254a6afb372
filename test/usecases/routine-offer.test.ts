import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { beforeSchool, labels, settleRoom12 } from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(async () => {
  await school.restart(at(...beforeSchool));
  await settleRoom12(school);
});
afterAll(() => school.close());

describe('told twice the same way', () => {
  test('it becomes part of the week with one tap, and is not offered again', async () => {
    const first = await school.says('Ms. Rivera', 'science tomorrow 1:00-1:40');
    expect(labels(first)).toEqual(['Right', 'Change', 'Not this time']);
    school.setTo(at('2026-12-07', '07:41'));
    const second = await school.says('Ms. Rivera', 'tomorrow 1-1:40 science');
    expect(school.text(second)).toContain('Room 12, Tuesday 1:00–1:40 · Science');
    expect(labels(second)).toContain('Every Tuesday');
    const kept = school.cardOf(await school.tap('Ms. Rivera', second, 'Every Tuesday'));
    expect(school.text(kept)).toContain('Science Tue 1:00–1:40');
    expect(school.text(await school.says('Ms. Rivera', 'routine'))).toContain('Science Tue 1:00–1:40');
    const again = school.cardOf(await school.tap('Ms. Rivera', second, 'Every Tuesday'));
    expect(school.text(again)).toContain('from an older version of me');
    const other = await school.act('Mr. Okafor', {
      kind: 'tap',
      action: 'routine.keep',
      ref: second.actions.at(-1)?.ref ?? '',
      value: second.actions.at(-1)?.value ?? '',
    });
    expect(school.text(school.cardOf(other))).toContain('somebody else’s');
  });

  test('a button with a date nobody has does nothing', async () => {
    const [{ ref } = { ref: '' }] = (await school.says('Ms. Rivera', 'routine')).actions;
    for (const [name, action] of [
      ['Ms. Rivera', 'routine.keep'],
      ['Maya Brooks', 'visit.propose'],
    ] as const) {
      const answer = await school.act(name, { kind: 'tap', action, ref, value: '2026-99-99/780' });
      expect(school.cardOf(answer).kind).toBe('outdated');
    }
  });
});
