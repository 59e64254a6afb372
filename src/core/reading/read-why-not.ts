const asked =
  /^\s*(?:\/?pushin\b[\s:,]*)?(?:but |and |so |ok(?:ay)?,? )?(?:why|how come)(?:\s+(?:not|no|nothing|can['’]?t i|couldn['’]?t i|didn['’]?t you))\b(?<rest>[\s\S]*)$/iu;

/** “Why not Thursday?”, “how come not Tue at 10 in Room 7”: the words after it; undefined for anything else. */
export const readWhyNot = (text: string): string | undefined =>
  asked.exec(text)?.groups?.['rest']?.replaceAll('?', ' ').trim();
