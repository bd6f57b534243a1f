import type { BreachReportDto } from '#contracts/audit.dto.ts';
import { csvText } from '#contracts/csv-text.ts';

const HEADINGS = ['record', 'kind', 'complaint', 'department', 'times', 'first', 'last', 'actions', 'addresses'];

/** A breach report as a table: a line a record, its head telling whose reading it is and when. */
export function breachCsv({ actor, from, to, timeZone, events, records, rows }: BreachReportDto): string {
  const about = [actor.kind, actor.name, actor.id, `${from} to before ${to}`, timeZone];
  const lines = rows.map(({ id, kind, complaint, department, times, firstAt, lastAt, actions, addresses }) => [
    ...[id, kind, complaint === null ? '' : `C-${complaint}`, department ?? '', String(times), firstAt, lastAt],
    ...[actions.join(' '), addresses.join(' ')],
  ]);
  return csvText([...about, `${events} events`, `${records} records`], [HEADINGS, ...lines]);
}
