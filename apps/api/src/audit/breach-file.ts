import type { BreachRecordDto, BreachReportDto } from '#contracts/audit.dto.ts';
import { csvLine, csvText } from '#contracts/csv-text.ts';

const HEADINGS = ['record', 'kind', 'complaint', 'department', 'times', 'first', 'last', 'actions', 'addresses'];

/** What stands above the records of a breach report. */
export type BreachHead = Omit<BreachReportDto, 'rows'>;

type Pages = AsyncIterable<readonly BreachRecordDto[]>;

/** A breach report as a file, a part at a time: however many records there are, few of them are in memory. */
export const breachParts = {
  /** A line a record, its head telling whose reading it is and when. */
  async *csv({ actor, from, to, timeZone, events, records }: BreachHead, pages: Pages): AsyncGenerator<string> {
    const about = [actor.kind, actor.name, actor.id, `${from} to before ${to}`, timeZone];
    yield csvText([...about, `${events} events`, `${records} records`], [HEADINGS]);
    for await (const rows of pages) yield rows.map(lineOf).join('');
  },

  async *json(head: BreachHead, pages: Pages): AsyncGenerator<string> {
    yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "rows": [`;
    let separator = '\n';
    for await (const rows of pages) {
      yield `${separator}${rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}`;
      separator = ',\n';
    }
    yield '\n  ]\n}\n';
  },
};

const lineOf = (record: BreachRecordDto): string => {
  const { id, kind, complaint, department, times, firstAt, lastAt, actions, addresses } = record;
  return csvLine([
    ...[id, kind, complaint === null ? '' : `C-${complaint}`, department ?? '', String(times), firstAt, lastAt],
    ...[actions.join(' '), addresses.join(' ')],
  ]);
};
