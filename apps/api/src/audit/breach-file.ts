import type { BreachReportDto } from '#contracts/audit.dto.ts';

const HEADINGS = ['record', 'kind', 'complaint', 'department', 'times', 'first', 'last', 'actions', 'addresses'];

/** A breach report as a table: a line a record, its head telling whose reading it is and when. */
export function breachCsv({ actor, from, to, timeZone, events, records, rows }: BreachReportDto): string {
  const about = [actor.kind, actor.name, actor.id, `${from} to before ${to}`, timeZone];
  const lines = [
    [...about, `${events} events`, `${records} records`],
    HEADINGS,
    ...rows.map(({ id, kind, complaint, department, times, firstAt, lastAt, actions, addresses }) => [
      ...[id, kind, complaint === null ? '' : `C-${complaint}`, department ?? '', String(times), firstAt, lastAt],
      ...[actions.join(' '), addresses.join(' ')],
    ]),
  ];
  // The mark by which spreadsheets know that the letters are Unicode.
  return `\ufeff${lines.map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A cell that a spreadsheet takes for text, also where it begins as a formula does. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
