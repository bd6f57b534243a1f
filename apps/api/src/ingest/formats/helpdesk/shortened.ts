/** A subject as the title of a complaint: at most 200 characters, its end cut off where there are more. */
export function shortened(subject: string): string {
  const text = subject.replace(/\s+/g, ' ').trim();
  return text.length > 200 ? `${text.slice(0, 199).toWellFormed()}…` : text;
}
