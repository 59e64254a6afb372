import { describe, expect, test } from '@jest/globals';
import { csvText } from '../../src/core/csv-text.ts';

const cell = (value: unknown) => csvText([{ a: value }]).split('\r\n')[1];

describe('a table as text', () => {
  test('has a line of names, every name of any row once, and nothing where a row has none', () => {
    expect(
      csvText([
        { a: 1, b: 'x' },
        { c: true, a: 2 },
      ]),
    ).toBe('"a","b","c"\r\n1,"x",\r\n2,,true\r\n');
    expect(csvText([])).toBe('\r\n');
  });

  test.each([
    [null, ''],
    [undefined, ''],
    [0, '0'],
    [false, 'false'],
    ['', '""'],
    ['a "word", and\nmore', '"a ""word"", and\nmore"'],
    [['k', 1], '"[""k"",1]"'],
    [{ a: 1 }, '"{""a"":1}"'],
    ['nu\0ll', '"null"'],
  ])('writes %j as %s', (value, written) => {
    expect(cell(value)).toBe(written);
  });

  test.each(['=1+1', '+1', '-1', '@now', '\tx', '  =1', '\uFEFF=1', '＝1', '＋1', '－1', '＠x'])(
    'shows %j instead of letting a spreadsheet run it',
    (value) => {
      expect(cell(value)).toBe(`"'${value}"`);
    },
  );

  test('leaves a minus in the middle alone, and a number that is one', () => {
    expect([cell('a-1'), cell('1=1'), cell(-1)]).toEqual(['"a-1"', '"1=1"', '-1']);
  });
});
