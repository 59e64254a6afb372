import type { Card } from '../../../src/core/card.ts';
import type { Form } from '../../../src/core/form.ts';
import { offeredParts } from '../../../src/core/roles.ts';
import * as afterClass from '../../../src/core/wording/after-class.ts';
import * as para from '../../../src/core/wording/para.ts';
import * as preference from '../../../src/core/wording/preference.ts';
import * as pullOut from '../../../src/core/wording/pull-out.ts';
import { type Facts, visitFacts } from './every-card.ts';

const today = '2026-11-30';
const standing = (f: Facts) => [{ ...f.span, weekdays: [2 as const], kind: f.kind, withStudents: true }];

/** The third adult in the room, and what a class may see of a card. */
export const aboutParas = (f: Facts): Card[] => {
  const visit = visitFacts(f);
  const offers = offeredParts.flatMap((part) =>
    [true, false, null].map((accepted) => ({ id: 'id', paraName: f.name, part, accepted, version: 1 })),
  );
  return [
    afterClass.afterClassCard('id'),
    para.paraVisitCard(visit, undefined, today, true),
    para.paraVisitOffCard(visit, today),
    ...offers.flatMap((offer) => [
      para.paraVisitCard(visit, offer, today, true),
      para.paraVisitCard(visit, offer, today, false),
      para.paraOfferCard(visit, offer, 'teacher', today),
      para.paraOfferCard(visit, offer, 'therapist', today),
    ]),
    para.classParaCard('id', f.name, f.room),
    para.paraLeftCard(f.room),
    para.paraAddedCard('id', { id: 'id', name: f.name }, f.room, undefined),
    para.paraAddedCard('id', { id: 'id', name: f.name }, f.room, 'ABCD-EFGH'),
    para.noClassYetCard(),
    pullOut.pullOutKeptCard(f.room, f.name, standing(f)),
    pullOut.pullOutKeptCard(f.room, f.name, []),
    ...[undefined, [], f.kinds].flatMap((kinds) => [
      preference.preferenceCard({ classroomId: 'id', classroomName: f.room, kinds }),
      preference.preferenceKeptCard({ classroomId: 'id', classroomName: f.room, kinds }),
    ]),
  ];
};

export const paraForms = (f: Facts): Form[] => {
  const named = f.names.map((name, index) => ({ id: String(index), name }));
  const pairs = named.map(({ id, name }) => ({ value: id, label: name }));
  return [
    para.paraForm(named, named),
    para.paraForm(named, []),
    pullOut.pullOutForm(pairs, standing(f)),
    preference.preferenceForm({ classroomId: 'id', classroomName: f.room, kinds: [f.kind] }, [f.kind]),
  ];
};

export const paraWording = { ...afterClass, ...para, ...preference, ...pullOut };
