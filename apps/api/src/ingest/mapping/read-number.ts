import type { DecimalMark } from './mapping.ts';
import { withPlainDigits } from './native-digits.ts';
import { Refusal } from './refusal.ts';

/** Nearly every number there is; the rest of this file is for the others. */
const FEW_DIGITS = /^\d{1,9}$/;
const PLAIN = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;
/** Three digits after one comma: a thousand and more to some, little more than one to others. */
const EITHER_WAY = /^[+-]?[1-9]\d{0,2},\d{3}$/;

/**
 * The number a cell holds: Thai and Urdu digits, a decimal comma, spaces or apostrophes between thousands. Without
 * `decimal`, a cell that could be read two ways (`1,234`) is refused; `1.234` is one and a bit, as in most exports.
 */
export function readNumber(cell: string, decimal?: DecimalMark): number | Refusal {
  if (FEW_DIGITS.test(cell)) return Number(cell);
  const text = withPlainDigits(cell)
    .replace(/(?<=\d)[\s\u00A0\u202F'’](?=\d{3}(?!\d))/g, '')
    .trim();
  if (decimal === undefined && PLAIN.test(text)) return Number(text);
  const mark = decimal ?? likelyMark(text);
  if (mark === undefined) {
    return new Refusal(
      'ambiguous-number',
      'could be a thousand or a fraction: say in the mapping which (on the command line: --decimal "," or --decimal ".")',
    );
  }
  const grouping = mark === ',' ? /(?<=\d)\.(?=\d{3}(?!\d))/g : /(?<=\d),(?=\d{3}(?!\d))/g;
  const plain = text.replace(grouping, '').replace(mark, '.');
  return PLAIN.test(plain) ? Number(plain) : new Refusal('not-a-number', 'must be a number');
}

/** With both marks the last one is the decimal; one that stands more than once stands between thousands. */
function likelyMark(text: string): DecimalMark | undefined {
  const commas = text.split(',').length - 1;
  const points = text.split('.').length - 1;
  if (commas > 0 && points > 0) return text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.';
  if (commas === 1) return EITHER_WAY.test(text) ? undefined : ',';
  return points > 1 ? ',' : '.';
}
