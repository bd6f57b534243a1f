/** Where something stands in a text: its first character, and the one after its last. */
export interface Span {
  start: number;
  end: number;
}
