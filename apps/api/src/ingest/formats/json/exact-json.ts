type Reviver = (key: string, value: unknown, context: { source?: string }) => unknown;

/** `JSON.parse` hands the text of each number to its reviver, which the compiler does not know yet. */
const parse = JSON.parse as (text: string, reviver?: Reviver) => unknown;

/** Numbers that a double would tell otherwise than they were written: ids of many digits, above all. */
const LONG_NUMBER = /\d{16}/;

/** The value of a JSON text, with numbers of many digits as the texts they were written as. Throws `SyntaxError`. */
export function exactJson(text: string): unknown {
  return LONG_NUMBER.test(text) ? parse(text, asWritten) : parse(text);
}

const asWritten: Reviver = (_key, value, { source }) =>
  typeof value === 'number' && source !== undefined && LONG_NUMBER.test(source) ? source : value;
