/** A mapping that does not fit the file or the kind of rows; the message names what is wrong and what is allowed. */
export class MappingRefused extends Error {
  override readonly name = 'MappingRefused';
}
