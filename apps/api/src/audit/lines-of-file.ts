import { createReadStream } from 'node:fs';

/**
 * The lines of a file, one at a time. Node's own reader would also end lines at U+2028, which may stand within a JSON
 * text.
 */
export async function* linesOfFile(path: string): AsyncGenerator<string> {
  let begun = '';
  for await (const chunk of createReadStream(path, 'utf8') as AsyncIterable<string>) {
    const lines = `${begun}${chunk}`.split('\n');
    begun = lines.pop() ?? '';
    yield* lines;
  }
  if (begun !== '') yield begun;
}
