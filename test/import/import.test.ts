import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { knownSchools } from '../../src/store/known-schools.ts';
import { memberByAddress } from '../../src/store/members.ts';
import { withOrganization } from '../../src/store/with-organization.ts';
import { joinTenants } from '../../src/usecases/join-tenants.ts';
import { type ImportWorld, openImportWorld } from './import-world.ts';

let world: ImportWorld;
beforeAll(async () => {
  world = await openImportWorld();
});
beforeEach(() => world.empty());
afterAll(() => world.close());

const school = 'school,zone,first bell,last bell\nPine Hill,America/Denver,8:00,15:00\n';
const files = (given: Readonly<Record<string, string>>) => world.files({ 'schools.csv': school, ...given });

describe('before anything is stored', () => {
  test('what was understood is shown, and nothing is stored without a yes', async () => {
    const paths = await files({
      'calendar.csv': 'date,what,name\n2026-11-26,closed,Thanksgiving\n11/27/2026,closed,Thanksgiving\n',
    });
    const shown = await world.run(paths);
    expect(shown.isDone).toBe(true);
    expect(shown.out.split('\n')).toEqual([
      'Pine Hill',
      '  Time zone America/Denver',
      '  Bells: Regular 8:00–3:00',
      '  Calendar: 2 closed days',
      '    closed Thu, Nov 26, 2026: Thanksgiving',
      '    closed Fri, Nov 27, 2026: Thanksgiving',
      'Nothing is stored. Run the same again with --yes to store it.',
    ]);
    expect((await world.run(paths, 'no')).out).toContain('Nothing is stored.');
    expect(await world.organizations()).toEqual([]);
  });

  test('a yes at the terminal stores it', async () => {
    const paths = await files({});
    expect((await world.run(paths, 'yes')).out).toContain('Stored.');
    expect((await world.known('Pine Hill')).calendar).toMatchObject({
      zone: 'America/Denver',
      usualDayType: 'Regular',
    });
  });

  test('only what is new is told the next time', async () => {
    await world.run(['--yes', ...(await files({}))]);
    const more = await files({ 'classes.csv': 'room,teacher\nRoom 1,Ms. Larch\n' });
    expect((await world.run(['--yes', ...more])).out).toBe(
      'Pine Hill\n  Rooms: 1 room, such as Room 1 (Ms. Larch)\nStored.',
    );
    expect((await world.run(['--yes', ...more])).out).toBe('Nothing new: all of this is stored already.');
  });
});

describe('a table with a mistake', () => {
  const faultsOf = async (given: Readonly<Record<string, string>>): Promise<string> => {
    const { isDone, err, out } = await world.run(['--yes', ...(await files(given))]);
    expect({ isDone, out }).toEqual({ isDone: false, out: '' });
    expect(await world.organizations()).toEqual([]);
    return err;
  };

  const cases: readonly (readonly [string, string, string, string])[] = [
    [
      'a day nobody knows',
      'calendar.csv',
      'date,what\n2026-09-30,closed\n2026-10-01,klosed\n',
      'calendar.csv line 3, column 2: “klosed”: expected closed, a day type (Regular)',
    ],
    [
      'an unclosed quotation mark',
      'calendar.csv',
      'date,what,name\n2026-10-01,closed,"Fall\n',
      'calendar.csv line 2, column 1: A quotation mark opens',
    ],
    ['a picture', 'classes.csv', 'GIF89a\0\0', 'classes.csv line 1, column 1: This is not plain text.'],
    [
      'a table that is not in UTF-8',
      'classes.csv',
      'room,teacher\nRoom 1,Zo\uFFFD\n',
      'classes.csv line 1, column 1: This is not plain text.',
    ],
    ['nothing', 'classes.csv', '\n\n', 'classes.csv line 1, column 1: This file is empty.'],
    [
      'another kind of file',
      'notes.txt',
      'hello',
      'notes.txt line 1, column 1: Only .csv files and .ics calendars',
    ],
    [
      'too many rows',
      'calendar.csv',
      `date,what\n${'2026-10-01,closed\n'.repeat(5_001)}`,
      'There are more than 5000 rows.',
    ],
    [
      'too many bytes',
      'calendar.csv',
      'x'.repeat(1_000_001),
      'calendar.csv line 1, column 1: This file is larger than 1 MB.',
    ],
  ];
  test.each(cases)(
    '%s is named with its place, and nothing of any file is stored',
    async (_, name, text, says) => {
      expect(await faultsOf({ [name]: text })).toContain(says);
    },
  );

  test('all mistakes are told at once, at most twenty of them', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => `x${index},closed`).join('\n');
    const err = await faultsOf({ 'calendar.csv': `date,what\n${rows}\n` });
    expect(err.split('\n')).toHaveLength(21);
    expect(err).toContain('30 things have to be mended first. Nothing is stored.');
  });

  test('a file that is not there is said to be not there', async () => {
    expect((await world.run(['/nowhere/bells.csv'])).err).toContain(
      'bells.csv line 1, column 1: There is no such file.',
    );
    expect((await world.run([])).err).toContain('Which files?');
  });
});

describe('as spreadsheets really write', () => {
  test('a byte-order mark, CRLF, quotes, empty lines and odd spaces change nothing', async () => {
    const text = '\uFEFFDate , What,Name\r\n\r\n"11/26/26",Closed,"Thanks, giving"\r\n,,\r\n';
    await world.run(['--yes', ...(await files({ 'calendar.csv': text }))]);
    expect((await world.known('Pine Hill')).calendar.closed).toEqual([
      { date: '2026-11-26', name: 'Thanks, giving' },
    ]);
  });

  test('what a terminal would obey is not shown to it', async () => {
    const paths = await files({
      'calendar.csv': 'date,what,name\n2026-11-26,closed,"\u001b[2JGone\nagain"\n',
    });
    const { out } = await world.run(paths);
    expect(out).toContain('closed Thu, Nov 26, 2026: [2JGone again');
    expect(out).not.toContain('\u001b');
  });

  test('what is told again takes the place of what was told before', async () => {
    const calendar = (what: string) =>
      files({ 'calendar.csv': `date,what,name\n2026-11-25,${what},Before Thanksgiving\n` });
    await world.run(['--yes', ...(await calendar('closed'))]);
    await world.run(['--yes', ...(await calendar('regular'))]);
    const { closed, datedDayTypes } = (await world.known('Pine Hill')).calendar;
    expect({ closed, datedDayTypes }).toEqual({
      closed: [],
      datedDayTypes: [{ date: '2026-11-25', dayType: 'Regular' }],
    });
  });
});

describe('people', () => {
  const people = { 'members.csv': 'name,role,discipline,slack id\nAnn Reed,therapist,SLP,U-ANN\n' };

  test('are known by their account once their workspace has joined', async () => {
    await joinTenants(world.db, [{ platform: 'slack', tenantId: 'T1' }]);
    await world.run(['--yes', ...(await files(people))]);
    const ann = await world.within((trx) => memberByAddress(trx, 'slack', 'T1', 'U-ANN'));
    expect(ann).toMatchObject({ name: 'Ann Reed', role: 'therapist', discipline: 'speech' });
    expect((await world.run(['--yes', ...(await files(people))])).out).toContain('Nothing new');
  });

  test('are refused by account while nobody could know whose it is', async () => {
    await expect(world.run(['--yes', ...(await files(people))])).rejects.toThrow(
      'No Slack workspace has joined yet',
    );
    expect(await world.organizations()).toEqual([]);
  });

  test('who were imported before the first start belong to the workspace that joins then', async () => {
    await world.run(['--yes', ...(await files({}))]);
    const before = await world.organizations();
    await joinTenants(world.db, [{ platform: 'slack', tenantId: 'T1' }]);
    expect(await world.organizations()).toEqual(before);
  });
});

describe('a coordinator of several schools', () => {
  const given = (role: string) => ({
    'schools.csv':
      'school,zone,first bell,last bell\nPine Hill,America/New_York,8:00,14:30\nOak Street,America/New_York,8:30,15:00\n',
    'members.csv': `name,role,school\nDana Lee,${role},Pine Hill; Oak Street\n`,
  });

  test('has them all in one row, own school first, and the same file says nothing new', async () => {
    await world.run(['--yes', ...(await files(given('coordinator')))]);
    const [dana] = (await world.known('Pine Hill')).people;
    expect(dana).toMatchObject({ name: 'Dana Lee', role: 'coordinator', alsoAt: ['Oak Street'] });
    expect((await world.known('Oak Street')).people).toEqual([]);
    expect((await world.run(['--yes', ...(await files(given('coordinator')))])).out).toContain('Nothing new');
  });
});

describe('where several districts share a database', () => {
  test('files go into the one that is named, and nowhere without a name', async () => {
    const paths = await files({});
    const [slack, teams] = [
      [{ platform: 'slack', tenantId: 'T1' }],
      [{ platform: 'teams', tenantId: 'tenant-1' }],
    ] as const;
    await joinTenants(world.db, slack);
    await joinTenants(world.db, teams);
    const [one = '', other = ''] = await world.organizations();
    await expect(world.run([...paths, '--yes'])).rejects.toThrow(
      `--organization and the id of one of these:\n  ${one}  My district\n  ${other}  My district`,
    );
    expect((await world.run([...paths, '--organization', other, '--yes'])).out).toContain('Stored.');
    expect((await withOrganization(world.db, other, knownSchools)).map(({ name }) => name)).toEqual([
      'Pine Hill',
    ]);
    expect(await withOrganization(world.db, one, knownSchools)).toEqual([]);
  });
});
