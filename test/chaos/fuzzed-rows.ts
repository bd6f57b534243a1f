type Below = (limit: number) => number;

/** A line of NDJSON; a whole one is as a careful sender writes it, and has to go in. */
export interface FuzzedLine {
  bytes: Buffer;
  whole: boolean;
}

const DEPARTMENTS = ['medicine', 'ward-4b', 'riverside-pharmacy', 'hillcrest-pharmacy'];

/** Values that a field of any name might come with. */
const ODD: readonly unknown[] = [
  ...[null, true, '', ' ', -1, 0, 6, 1e308, 4.5, '4', '٤', '๕', '4,0', 'NaN', '1e3', [], [5], {}, { value: 5 }],
  ...['2026-02-30T10:00:00Z', '2569-10-01', '31/12/2026', '2026-10-01T25:00:00Z', '0000-00-00', '2026-10-25T03:30:00'],
  ...[
    '\0',
    '\ud800',
    '\u202e',
    '💊'.repeat(200),
    'x'.repeat(10_240),
    'ü'.repeat(60_000),
    '<script>',
    '=1+1',
    '"',
    '\\',
  ],
  ...['no-such-department', '__proto__', 'constructor', '../../etc/passwd', "'; drop table wait; --", '\ufeff'],
];

/** One row in two is whole; of the others each has been altered in one of many ways. */
export function fuzzedLine(nth: number, below: Below): FuzzedLine {
  const whole = below(2) === 0;
  const row: Record<string, unknown> = {
    // Few ids for those that are altered: rows replace and repeat each other.
    externalId: whole ? `whole-${nth}` : `altered-${below(300)}`,
    department: DEPARTMENTS[below(DEPARTMENTS.length)],
    respondedAt: new Date(Date.UTC(2026, below(10), 1 + below(28), below(24))).toISOString(),
    csat: 1 + below(5),
    nps: below(11),
    comment: below(3) === 0 ? `kind and quick ${nth}` : undefined,
  };
  return { bytes: whole ? lineOf(row) : altered(row, below), whole };
}

const lineOf = (row: unknown): Buffer => Buffer.from(JSON.stringify(row));

function altered(row: Record<string, unknown>, below: Below): Buffer {
  const fields = Object.keys(row);
  const field = fields[below(fields.length)] ?? 'csat';
  switch (below(8)) {
    case 0:
    case 1:
    case 2:
      return lineOf({ ...row, [field]: ODD[below(ODD.length)] });
    case 3:
      return lineOf({ ...row, [below(2) === 0 ? `${field}x` : '__proto__']: ODD[below(ODD.length)] });
    case 4:
      return lineOf(ODD[below(ODD.length)] ?? null);
    case 5:
      return lineOf(row).subarray(0, 1 + below(60));
    case 6:
      return withBytes(lineOf(row), below);
    default:
      return Buffer.from('['.repeat(1 + below(3_000)));
  }
}

/** Some bytes of it are any others but line ends. */
function withBytes(line: Buffer, below: Below): Buffer {
  for (let left = 1 + below(4); left > 0; left -= 1) {
    const byte = below(256);
    line[below(line.length)] = byte === 0x0a || byte === 0x0d ? 0xff : byte;
  }
  return line;
}
