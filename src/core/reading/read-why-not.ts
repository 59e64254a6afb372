const asked =
  /^(?:\/?pushin )?(?:but |and |so |ok |okay )?(?:why|how come) (?:nothing|not|no|can['’]?t i|couldn['’]?t i|didn['’]?t you)\b/iu;

/** “Why not Thursday?”, “how come not Tue at 10 in Room 7”: the words after it; undefined for anything else. */
export const readWhyNot = (text: string): string | undefined => {
  const plain = text.trim().replaceAll(/\s/g, ' ');
  const [opening] = asked.exec(plain) ?? [];
  return opening === undefined ? undefined : plain.slice(opening.length).replaceAll('?', ' ').trim();
};
