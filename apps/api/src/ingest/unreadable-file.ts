/** A file that cannot be read as a table at all; the message says why and what to send instead. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}
