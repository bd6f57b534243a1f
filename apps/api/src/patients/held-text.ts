import type { HeldExportDto, HeldRecordDto } from '#contracts/patients.dto.ts';

const WIDTH = 78;

/** Everything held about a patient as plain text in lines that fit a printed page. */
export function heldText({ organisation, madeAt, records, setAside, mentions, alsoLookFor }: HeldExportDto): string {
  const sections = [
    `${organisation}\nEverything held about one patient\nMade on ${spoken(madeAt)}`,
    ...records.map(recordText),
    ...setAside.map(({ kind, source, seenAt, reason, raw }) =>
      section(`Refused row (${kind}, from ${source})`, [
        ['seen on', spoken(seenAt)],
        ['reason', reason],
        ['text', raw],
      ]),
    ),
    ...(records.length + setAside.length === 0 ? ['Nothing is held.'] : []),
    ...(mentions.length === 0
      ? []
      : [
          [
            'Other records in whose words the identifier stands',
            ...mentions.map(({ kind, source, externalId, complaintNumber, on }) =>
              folded(
                `- ${kind}, ${on}, from ${source}: ${complaintNumber === null ? externalId : `complaint ${complaintNumber}`}`,
                '  ',
              ),
            ),
          ].join('\n'),
        ]),
    folded(alsoLookFor, ''),
  ];
  return `${sections.join(`\n\n${'-'.repeat(WIDTH)}\n\n`)}\n`;
}

function recordText({ kind, source, externalId, site, department, at, said, events }: HeldRecordDto): string {
  return section(`${kind}, ${spoken(at)}`, [
    ['where', [site, department].filter(Boolean).join(', ')],
    ['source', `${source}, ${externalId}`],
    ...Object.entries(said).map(([field, value]) => [field, wordsOf(value)] as const),
    ...events.map(
      ({ happenedAt, stage, note, actor }) =>
        [spoken(happenedAt), [stage, actor, note].filter((word) => word !== null).join(': ')] as const,
    ),
  ]);
}

function section(title: string, lines: readonly (readonly [string, string])[]): string {
  return [title, '', ...lines.map(([name, words]) => folded(`${name}: ${words}`, '    '))].join('\n');
}

function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsOf).join(', ');
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([name, one]) => `${name} ${wordsOf(one)}`)
      .join(', ');
  }
  return typeof value === 'string' && INSTANT.test(value) ? spoken(value) : String(value);
}

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** 2026-11-15T08:30:00.000Z → 2026-11-15 08:30 UTC */
const spoken = (instant: string): string => `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;

/** Breaks lines between words; what follows the first is set in. */
function folded(text: string, indent: string): string {
  const lines: string[] = [];
  for (const paragraph of text.split(/\r?\n/)) {
    let line = lines.length === 0 ? '' : indent;
    for (const word of paragraph.split(' ')) {
      if (line.trim() !== '' && line.length + word.length + 1 > WIDTH) {
        lines.push(line);
        line = indent;
      }
      line += line.trim() === '' ? word : ` ${word}`;
    }
    lines.push(line);
  }
  return lines.join('\n');
}
