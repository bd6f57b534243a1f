import { UnreadableFile } from '../../unreadable-file.ts';

/** More fields than anybody can map; a file with more uses ids as names. */
const MOST_COLUMNS = 2_000;

/** Throws `UnreadableFile` once a file has told of more fields than can be columns. */
export function checkColumnCount(count: number, fileName: string): void {
  if (count <= MOST_COLUMNS) return;
  throw new UnreadableFile(
    `${fileName} has more than ${MOST_COLUMNS} different fields. Export it with the same names in each object.`,
  );
}
