/** The lines of what was written in pieces. */
export async function linesOf(pieces: AsyncIterable<string>): Promise<string[]> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text.split('\n').filter((line) => line !== '');
}
