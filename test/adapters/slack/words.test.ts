import { describe, expect, test } from '@jest/globals';
import { decodeTap, encodeTap } from '../../../adapters/slack/tap-code.ts';
import { cut } from '../../../adapters/slack/text.ts';
import { plainWords } from '../../../adapters/slack/words.ts';

describe('what a person typed on Slack', () => {
  test.each([
    ['ask <@U0TEACHER|rivera> Tue 10', 'ask <@U0TEACHER> Tue 10'],
    ['<@U0BOT> week', 'week'],
    ['see <#C1|staff-room> and <#C2>', 'see #staff-room and #C2'],
    ['<!channel> <!subteam^S1|@ots> <!here|here>', '@channel @ots here'],
    ['<https://x.org/a|the plan> <https://x.org> <mailto:a@x.org|a@x.org>', 'the plan https://x.org a@x.org'],
    ['a &lt; b &amp;&amp; c &gt; d', 'a < b && c > d'],
    ['&amp;lt;', '&lt;'],
    ['  routine\ncenters  ', 'routine\ncenters'],
    ['', ''],
  ])('%j reads %j', (typed, plain) => {
    expect(plainWords(typed, 'U0BOT')).toBe(plain);
  });
});

describe('what a button carries', () => {
  const action = { name: 'ask.answer', label: 'Yes', ref: 'a1', value: 'writing', version: 2 } as const;

  test('comes back as it was sent, without the label', () => {
    const { label, ...carried } = action;
    expect(label).toBe('Yes');
    expect(decodeTap('ask.answer#0', encodeTap(action))).toEqual(carried);
  });

  test.each([
    ['another name', 'other#0', encodeTap(action)],
    ['no value', 'ask.answer#0', undefined],
    ['plain text', 'ask.answer#0', 'yes'],
    ['broken JSON', 'ask.answer#0', '{"name":'],
    ['another shape', 'ask.answer#0', '{"name":"ask.answer"}'],
  ])('is not ours with %s', (_what, id, value) => {
    expect(decodeTap(id, value)).toBeUndefined();
  });
});

describe('cutting', () => {
  test('never splits a character in two', () => {
    expect(cut('ab😀cd', 4)).toBe('ab…');
    expect(cut('ab😀cd', 5)).toBe('ab😀…');
    expect(cut('abcd', 4)).toBe('abcd');
  });
});
