/** Names of one language, and the words people put before them; words are parted by spaces. */
export interface NameList {
  /** Names that are hardly ever anything else. */
  names: string;
  /** Names that are ordinary words or places as well: taken only after a title or beside another name. */
  wordlike: string;
  /** What is said before a name: Dr, nurse, คุณ. */
  titles: string;
}

/** The words of a list, composed and in lower case. */
export const wordsIn = (list: string): string[] =>
  list
    .normalize('NFC')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
