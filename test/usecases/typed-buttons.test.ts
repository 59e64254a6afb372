import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buttonsIn } from '../../src/core/card.ts';
import { typedButtons } from '../../src/core/wording/typed-buttons.ts';
import { cards, facts } from '../core/wording/every-card.ts';
import { fc } from '../setup/properties.ts';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { beforeSchool, formOf, office, openOffice, settleRoom12 } from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet(at(...beforeSchool));
  await openOffice(school);
  await settleRoom12(school);
});
afterAll(() => school.close());

test('the words of a button, typed, do what it does', async () => {
  const titleOf = async (name: Parameters<MapleStreet['act']>[0], text: string) =>
    formOf(await school.act(name, { kind: 'words', text })).title;
  expect(await titleOf('Ms. Rivera', 'who helps in class?')).toBe('Who helps in class');
  expect(await titleOf('Ms. Rivera', 'Tell my week')).toBe('Your week');
  expect(await titleOf('Maya Brooks', 'the mandate changed')).toBe('The mandate changed');
  expect(await titleOf(office, 'school day')).toBe('Your school day');
});

test('to whoever may not tap it they are words like any others', async () => {
  expect((await school.says('Maya Brooks', 'who helps in class')).kind).not.toBe('outdated');
  expect((await school.says('Ms. Rivera', 'school day')).kind).not.toBe('outdated');
});

test('each of them stands on a card under that name', () => {
  const shown = new Map(
    fc
      .sample(facts, 20)
      .flatMap(cards)
      .flatMap((card) => [...card.actions, ...card.parts.flatMap(buttonsIn)])
      .map(({ label, name }) => [label, `tap ${name}`]),
  );
  for (const [label, act] of typedButtons) expect([label, shown.get(label)]).toEqual([label, act]);
});
