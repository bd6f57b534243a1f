import type { Unit } from '#metrics/vocabulary.ts';

/** How numbers are written in one language. `null` is written as a dash: there is no number to show. */
export interface Figures {
  count(value: number | null): string;
  /** With its unit: `84.2%`, `34 min`, `41`. */
  value(unit: Unit, value: number | null): string;
  /** Figure and unit apart, for a headline: `['84.2', '%']`. */
  parts(unit: Unit, value: number | null): { figure: string; unit: string };
  /** A range without repeating the unit: `82.1 – 86.1`. */
  range(unit: Unit, low: number, high: number): string;
  /** A difference with its sign: `+3.1`, `−7 min`. Percentages differ by points, which the words around it say. */
  difference(unit: Unit, value: number): string;
  /** The bare number, for where its unit is said beside it. */
  bare(unit: Unit, value: number): string;
  /** The shortest number that fits a cell: whole percents, waits in the unit of the longest beside it. */
  cell(unit: Unit, value: number, largest: number): string;
  /** Writes the numbers of an axis that reaches so far: waits in hours when its end is hours away. */
  axis(unit: Unit, largest: number): (value: number) => string;
  /** The unit of such an axis: `%`, `min`, `hr`; nothing for plain numbers. */
  axisUnit(unit: Unit, largest: number): string;
}

const NONE = '–';
const HOUR = 60;
const DAY = 1440;

const DIGITS: Record<Unit, number> = { percent: 1, points: 0, minutes: 0, count: 0, score: 2, stars: 2 };

/** The unit of time people would use for a wait of so many minutes: minutes up to two hours, hours up to two days, then days. */
export function timeUnitFor(minutes: number): { unit: 'minute' | 'hour' | 'day'; minutes: number } {
  const length = Math.abs(minutes);
  if (length < 2 * HOUR) return { unit: 'minute', minutes: 1 };
  return length < 2 * DAY ? { unit: 'hour', minutes: HOUR } : { unit: 'day', minutes: DAY };
}

/**
 * A number kept together in right-to-left text: digits and sign run left to right, and a unit in the script of the text
 * stands after them as that script reads.
 */
function isolatedText(text: string): string {
  if (!/\p{Script=Arabic}/u.test(text)) return `\u2066${text}\u2069`;
  return `\u2068${text.replaceAll(/[+−]?\d[\d.,]*/g, '\u2066$&\u2069')}\u2069`;
}

/** Numbers inside right-to-left text are wrapped in isolates, so that digits, sign and unit stay together. */
export function figuresFor(locale: string, rightToLeft: boolean): Figures {
  const signed = (text: string): string => text.replaceAll('\u200e', '').replaceAll('-', '−');
  const isolated = (text: string): string => (rightToLeft ? isolatedText(signed(text)) : signed(text));
  const plain = (digits: number, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits, ...options });

  function formatOf(unit: Unit, value: number, options: Intl.NumberFormatOptions = {}): [Intl.NumberFormat, number] {
    if (unit === 'percent') return [plain(DIGITS.percent, { style: 'percent', ...options }), value / 100];
    if (unit !== 'minutes') return [plain(DIGITS[unit], options), value];
    const time = timeUnitFor(value);
    const shown = value / time.minutes;
    const digits = time.unit === 'minute' && Math.abs(shown) >= 10 ? 0 : 1;
    return [
      plain(digits, { style: 'unit', unit: time.unit, unitDisplay: 'short', minimumFractionDigits: 0, ...options }),
      shown,
    ];
  }

  function bare(unit: Unit, value: number): string {
    const digits = unit === 'minutes' && Math.abs(value) < 10 ? 1 : DIGITS[unit];
    return signed(plain(digits, { minimumFractionDigits: 0 }).format(value));
  }

  return {
    bare,
    cell: (unit, value, largest) => {
      const shown = unit === 'minutes' ? value / timeUnitFor(largest).minutes : value;
      const digits = unit === 'score' || unit === 'stars' || (unit === 'minutes' && Math.abs(shown) < 10) ? 1 : 0;
      return signed(plain(digits).format(shown));
    },
    axis: (unit, largest) => {
      const scale = unit === 'minutes' ? timeUnitFor(largest).minutes : 1;
      const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
      return (value) => signed(format.format(value / scale));
    },
    axisUnit: (unit, largest) => {
      if (unit === 'stars') return '★';
      if (unit !== 'percent' && unit !== 'minutes') return '';
      const [format, shown] = formatOf(unit, largest);
      const units = format.formatToParts(shown).filter(({ type }) => type === 'unit' || type === 'percentSign');
      return units.map((part) => part.value).join('');
    },
    count: (value) => (value === null ? NONE : isolated(plain(0).format(value))),
    value: (unit, value) => {
      if (value === null) return NONE;
      const [format, shown] = formatOf(unit, value);
      return isolated(format.format(shown) + (unit === 'stars' ? ' ★' : ''));
    },
    parts: (unit, value) => {
      if (value === null) return { figure: NONE, unit: '' };
      if (unit === 'stars') return { figure: plain(DIGITS.stars).format(value), unit: '★' };
      const [format, shown] = formatOf(unit, value);
      const parts = format.formatToParts(shown);
      const isUnit = ({ type }: Intl.NumberFormatPart): boolean => ['unit', 'percentSign', 'literal'].includes(type);
      const text = (chosen: Intl.NumberFormatPart[]): string =>
        signed(
          chosen
            .map((part) => part.value)
            .join('')
            .trim(),
        );
      return { figure: text(parts.filter((part) => !isUnit(part))), unit: text(parts.filter(isUnit)) };
    },
    range: (unit, low, high) => {
      if (unit !== 'minutes')
        return isolated(`${plain(DIGITS[unit]).format(low)} – ${plain(DIGITS[unit]).format(high)}`);
      const { minutes } = timeUnitFor(high);
      const digits = minutes === 1 && high >= 10 ? 0 : 1;
      return isolated(`${plain(digits).format(low / minutes)} – ${plain(digits).format(high / minutes)}`);
    },
    difference: (unit, value) => {
      const sign = { signDisplay: 'exceptZero' } as const;
      if (unit === 'percent') return isolated(plain(DIGITS.percent, sign).format(value));
      const [format, shown] = formatOf(unit, value, sign);
      return isolated(format.format(shown) + (unit === 'stars' ? ' ★' : ''));
    },
  };
}
