import { type Discipline, disciplines, type Platform, type Role, roles } from '../people.ts';
import { cellFaults, tableFaults } from '../wording/import-faults.ts';
import { sameName } from './cells.ts';
import { type Draft, type Drafts, roomOf, type Say } from './drafts.ts';
import type { ImportedPerson } from './school-import.ts';
import type { Row } from './table.ts';

const disciplineWords: ReadonlyMap<string, Discipline> = new Map([
  ['occupational therapist', 'ot'],
  ['occupational therapy', 'ot'],
  ['speech therapist', 'speech'],
  ['speech therapy', 'speech'],
  ['slp', 'speech'],
  ['physical therapist', 'pt'],
  ['physical therapy', 'pt'],
  ['counselor', 'counseling'],
  ['behavior specialist', 'behavior'],
]);

export const readMembers = (rows: readonly Row[], drafts: Drafts, say: Say): void => {
  const accounts = new Map<string, string>();
  for (const row of rows) {
    const [draft, ...others] = drafts.allOf(row, say);
    const name = row.at('name');
    if (name.text === '' || name.text.length > 60) say(name, cellFaults.name('person', 60));
    const role = readRole(row, say);
    const discipline = readDiscipline(row, role, say);
    if (others.length > 0 && role !== undefined && role !== 'coordinator')
      say(row.at('school'), cellFaults.oneSchool(role));
    const found = readAccounts(row);
    for (const { platform, userId } of found) {
      const other = accounts.get(`${platform} ${userId}`);
      if (other !== undefined) say(row.at(`${platform} id`), cellFaults.accountTwice(userId, other));
      accounts.set(`${platform} ${userId}`, name.text);
    }
    if (!draft || !role || name.text === '') continue;
    if (draft.people.has(sameName(name.text))) say(name, tableFaults.twice(name.text));
    draft.people.set(sameName(name.text), {
      name: name.text,
      role,
      discipline,
      accounts: found,
      ...(others.length === 0 ? {} : { alsoAt: others.map((other) => other.name) }),
    });
  }
};

const readRole = (row: Row, say: Say): Role | undefined => {
  const cell = row.at('role');
  const role = roles.find((known) => known === sameName(cell.text));
  if (!role) say(cell, cellFaults.oneOf(cell.text, roles));
  return role;
};

const readDiscipline = (row: Row, role: Role | undefined, say: Say): Discipline | undefined => {
  const cell = row.at('discipline');
  const words = sameName(cell.text);
  const discipline = disciplines.find((known) => known === words) ?? disciplineWords.get(words);
  if (role === 'therapist' && !discipline) say(cell, cellFaults.oneOf(cell.text, disciplines));
  if (role !== undefined && role !== 'therapist' && words !== '') say(cell, cellFaults.noDiscipline(role));
  return role === 'therapist' ? discipline : undefined;
};

const readAccounts = (row: Row): ImportedPerson['accounts'] =>
  (['slack', 'teams'] satisfies Platform[]).flatMap((platform) => {
    const userId = row.at(`${platform} id`).text;
    return userId === '' ? [] : [{ platform, userId }];
  });

/** A teacher nobody listed is a member from then on: the room says so. */
export const readClasses = (rows: readonly Row[], drafts: Drafts, say: Say): void => {
  for (const row of rows) {
    const draft = drafts.of(row, say);
    const [name, teacher, grade] = [row.at('room'), row.at('teacher'), row.at('grade')];
    if (name.text === '' || name.text.length > 40) say(name, cellFaults.name('room', 40));
    if (teacher.text === '' || teacher.text.length > 60) say(teacher, cellFaults.name('teacher', 60));
    if (grade.text.length > 20) say(grade, cellFaults.name('grade', 20));
    if (!draft || name.text === '' || teacher.text === '') continue;
    if (draft.rooms.has(sameName(name.text))) say(name, tableFaults.twice(name.text));
    const role = roleOf(draft, teacher.text);
    if (role !== undefined && role !== 'teacher') say(teacher, cellFaults.noTeacher(teacher.text, role));
    draft.rooms.set(sameName(name.text), {
      name: roomOf(draft, name.text) ?? name.text,
      teacher: teacher.text,
      grade: grade.text === '' ? undefined : grade.text,
    });
  }
};

const roleOf = ({ people, known }: Draft, name: string): Role | undefined =>
  people.get(sameName(name))?.role ??
  known?.people.find((person) => sameName(person.name) === sameName(name))?.role;
