/** Which of the two who work together in a class. */
export type Side = 'therapist' | 'teacher';

interface Two {
  readonly therapistId: string;
  readonly teacherId: string;
}

/** Undefined for anybody else. */
export const sideOf = (two: Two, memberId: string): Side | undefined =>
  memberId === two.therapistId ? 'therapist' : memberId === two.teacherId ? 'teacher' : undefined;

/** The other of the two, as one of them sees it. */
export const partnerOf = (
  two: Two & { readonly therapistName: string; readonly teacherName: string },
  memberId: string,
): { readonly id: string; readonly name: string } =>
  memberId === two.teacherId
    ? { id: two.therapistId, name: two.therapistName }
    : { id: two.teacherId, name: two.teacherName };
