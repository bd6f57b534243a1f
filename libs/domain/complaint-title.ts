import { COMPLAINT_SUBJECTS } from './complaint.ts';

/** Longest title made from a narrative, in characters as a reader counts them. */
const TITLE_LENGTH = 60;

/** One line that tells staff what a complaint is about: its title, else how it begins, else the code of its main subject. */
export function complaintTitle(complaint: {
  title: string | null;
  narrative: string | null;
  subjects: readonly number[];
}): string {
  const title = complaint.title?.trim();
  if (title) return title;
  const narrative = complaint.narrative?.trim().replace(/\s+/g, ' ');
  return narrative ? beginningOf(narrative) : COMPLAINT_SUBJECTS.codeOf(complaint.subjects[0] ?? 0);
}

/** Cut after a whole word where the script has spaces, else between two characters, never inside one. */
function beginningOf(text: string): string {
  const characters = [...new Intl.Segmenter().segment(text.slice(0, TITLE_LENGTH * 8))].map(({ segment }) => segment);
  if (characters.length <= TITLE_LENGTH) return text;
  const lastSpace = characters.lastIndexOf(' ', TITLE_LENGTH);
  const end = lastSpace > TITLE_LENGTH / 2 ? lastSpace : TITLE_LENGTH;
  return `${characters.slice(0, end).join('').trimEnd()}…`;
}
