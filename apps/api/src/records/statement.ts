/** A statement as it grows: its values are numbered as they are named, so that text and values cannot drift apart. */
export class Statement {
  readonly values: unknown[] = [];

  /** Takes a value in and returns what stands for it in the text, such as `$3::date`. */
  value(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}
