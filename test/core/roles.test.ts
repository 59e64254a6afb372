import { describe, expect, test } from '@jest/globals';
import { activityKinds } from '../../src/core/activity-kind.ts';
import { focusAreas } from '../../src/core/focus-area.ts';
import { changedRoles, formats, paraPartOf, type Roles, rolesOf, usualRoles } from '../../src/core/roles.ts';
import { rolesForm, rolesLine } from '../../src/core/wording/roles.ts';
import { fc } from '../setup/properties.ts';

const names = { therapistName: 'Maya Brooks', teacherName: 'Ms. Rivera' };
const read = (roles: Roles) => rolesLine(roles, 'teacher', names);
const anyRoles = fc
  .tuple(fc.constantFrom(...activityKinds), fc.constantFrom(...focusAreas), fc.constantFrom(...formats))
  .map(([kind, focus, format]) =>
    changedRoles(usualRoles(kind, focus), { ...usualRoles(kind, focus), format }),
  );

describe('roles nobody has settled yet', () => {
  test('follow the activity: a small group at centers, around the room at writing, on the carpet at circle', () => {
    expect(read(usualRoles('centers', 'fine_motor'))).toBe(
      'With a small group, at a side table. Maya Brooks leads.',
    );
    expect(read(usualRoles('writing', 'fine_motor'))).toBe('Helping around the room. You lead.');
    expect(read(usualRoles('morning_meeting', 'language'))).toBe(
      'Helping around the room, on the carpet. You lead.',
    );
  });

  test('keep a child one of many where the work is about the child’s own state', () => {
    for (const focus of ['regulation', 'sensory', 'attention', 'self_care'] as const)
      expect(usualRoles('centers', focus).format).toBe('cover');
  });

  test('are what both go by until somebody settles them', () => {
    const nothing = { format: null, lead: null, place: null, whom: null, para: null };
    expect(rolesOf({ ...nothing, kind: 'centers', focus: 'language' })).toEqual(
      usualRoles('centers', 'language'),
    );
    const settled = { ...usualRoles('centers', 'language'), place: 'back' } as const;
    expect(rolesOf({ ...settled, kind: 'centers', focus: 'language' })).toEqual(settled);
  });
});

describe('the para’s part', () => {
  const part = (changes: Partial<Roles>) =>
    paraPartOf({ ...usualRoles('writing', 'language'), kind: 'writing', focus: 'language', ...changes });

  test.each([
    ['table_group', 'other_tables'],
    ['circulate', 'as_usual'],
    ['cover', 'as_usual'],
    ['one_to_one', 'other_tables'],
    ['whole_class', 'joins'],
    ['observe', 'as_usual'],
  ] as const)('in %s is %s until somebody says otherwise', (format, usual) => {
    expect(part({ format })).toBe(usual);
    expect(part({ format, para: 'break' })).toBe('break');
  });
});

test.each(['format', 'lead', 'place', 'whom'] as const)(
  'without its %s a visit has its usual roles',
  (key) => {
    const settled = {
      ...usualRoles('centers', 'language'),
      place: 'back',
      para: 'joins',
      kind: 'centers',
      focus: 'language',
    } as const;
    expect(rolesOf({ ...settled, [key]: null })).toEqual(usualRoles('centers', 'language'));
  },
);

describe('another format', () => {
  const table = usualRoles('centers', 'language');

  test('brings along who leads, where and with whom', () => {
    expect(changedRoles(table, { ...table, format: 'whole_class' })).toEqual({
      format: 'whole_class',
      lead: 'therapist',
      place: 'front',
      whom: 'everyone',
      para: null,
    });
  });

  test('is all that matters: with the same one everything is as it was said', () => {
    const said = { ...table, lead: 'teacher', place: 'back', whom: 'one', para: 'joins' } as const;
    expect(changedRoles(table, said)).toBe(said);
  });

  test('leaves alone who leads and whom it is for, where that was changed by hand', () => {
    const said = { ...table, format: 'observe', lead: 'together', whom: 'one' } as const;
    expect(changedRoles(table, said)).toEqual({
      format: 'observe',
      lead: 'together',
      place: 'back',
      whom: 'one',
      para: null,
    });
  });

  test('leaves alone what was changed by hand in the same breath', () => {
    const said = { ...table, format: 'one_to_one', place: 'back', para: 'break' } as const;
    expect(changedRoles(table, said)).toMatchObject({
      place: 'back',
      para: 'break',
      lead: 'teacher',
      whom: 'one',
    });
  });

  test('gives a para who is there a part that complements it', () => {
    const withPara = { ...table, para: 'other_tables' } as const;
    expect(changedRoles(withPara, { ...withPara, format: 'whole_class' }).para).toBe('joins');
  });
});

describe('help under cover', () => {
  test('reads to a teacher like any help around the room, in the line and in the form', () => {
    fc.assert(
      fc.property(anyRoles, (roles) => {
        const [cover, open] = (['cover', 'circulate'] as const).map((format) => ({ ...roles, format }));
        if (!cover || !open) return;
        expect(read(cover)).toBe(read(open));
        expect(read(cover)).toContain('elping around the room');
        const visit = {
          ...names,
          id: 'id',
          version: 1,
          classroomName: 'Room 12',
          date: '2026-12-01',
          start: 540,
          end: 570,
          kind: 'writing',
          focus: 'regulation',
          therapistAgreed: true,
          teacherAgreed: true,
        } as const;
        const form = (format: Roles) => rolesForm({ ...visit, ...format }, 'teacher', '2026-11-30');
        expect(form(cover)).toEqual(form(open));
        expect(JSON.stringify(form(cover))).not.toContain('cover');
      }),
    );
  });
});
