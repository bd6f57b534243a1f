/** A moment as a message tells it: ready for a cell, and comparable with the others of its visit. */
export interface Moment {
  /** ISO 8601, with its offset where the message tells one. */
  text: string;
  /** Its order among moments, in milliseconds; local times are compared as they stand. */
  order: number;
}

const TIME_STAMP =
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?<hour>\d{2})(?<minute>\d{2})(?:(?<second>\d{2})(?:\.(?<fraction>\d{1,4}))?)?(?<offset>[+-]\d{4})?$/;
const OFFSET = /[+-]\d{4}$/;
const ZONED = /[+-]\d{2}:\d{2}$/;

/**
 * The moment of a time stamp; undefined where it is none, or tells no more than the day or the hour, of which no wait
 * can be made. The offset of the message's own time holds for those that have none.
 */
export function momentOf(timeStamp: string, messageTime = ''): Moment | undefined {
  const parts = TIME_STAMP.exec(timeStamp)?.groups;
  if (parts === undefined) return undefined;
  const { year, month, day, hour, minute, second = '00', fraction } = parts;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction === undefined ? '' : `.${fraction}`}`;
  const offset = parts.offset ?? OFFSET.exec(messageTime)?.[0];
  return toldAs(`${local}${offset === undefined ? '' : `${offset.slice(0, 3)}:${offset.slice(3)}`}`);
}

/** The moment that a text stands for, as `momentOf` writes it. */
export function toldAs(text: string): Moment {
  return { text, order: Date.parse(ZONED.test(text) ? text : `${text}Z`) };
}
