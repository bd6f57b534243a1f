import type { IngestResultDto, RejectDto } from '#contracts/ingest/ingest-result.dto.ts';
import type { MappedFile } from '../ingest/mapping/mapped-file.ts';
import { textTable, withThousands } from './text-table.ts';

/** How the file is going to be read, told before it is: nothing about it is decided in silence. */
export function readingPlan({ name, format, sheets }: MappedFile): string {
  const lines = [`${name}, read as ${format.title}:`];
  for (const sheet of sheets) {
    const { plan, shownOrder, kind } = sheet;
    lines.push(`  ${sheet.name} → ${kind}`);
    lines.push(...textTable(plan.feeds.map(({ column, field }) => [`  ${column}`, '→', field])).split('\n'));
    if (plan.leftOut.length > 0) lines.push(`  left out: ${firstOf(plan.leftOut)}`);
    if (shownOrder !== undefined) {
      const first = shownOrder.order === 'dmy' ? 'day' : 'month';
      lines.push(`  dates have the ${first} first, as line ${shownOrder.line} shows (${shownOrder.column})`);
    }
  }
  return lines.join('\n');
}

const NAMED = 20;

function firstOf(names: readonly string[]): string {
  const more = names.length - NAMED;
  return names.slice(0, NAMED).join(', ') + (more > 0 ? ` and ${withThousands(more)} more` : '');
}

/** What became of the rows, and why some were kept aside. */
export function importSummary(result: IngestResultDto, { dryRun = false }: { dryRun?: boolean } = {}): string {
  const { read, accepted, updated, unchanged, quarantined, rejects } = result;
  const counts: [string, number][] = dryRun
    ? [
        ['rows read', read],
        ['would go in', accepted],
        ['would be updated', updated],
        ['are there already', unchanged],
        ['would be kept aside', quarantined],
      ]
    : [
        ['rows read', read],
        ['accepted', accepted],
        ['updated', updated],
        ['unchanged', unchanged],
        ['kept aside', quarantined],
      ];
  const numbers = textTable(
    counts.map(([name, count]) => [name, withThousands(count)]),
    [1],
  );
  const table = [numbers, ...maskedIn(result)].join('\n');
  if (quarantined === 0) return table;
  const among =
    quarantined > rejects.length ? ` (the first ${rejects.length} of ${withThousands(quarantined)} rows)` : '';
  return [table, '', `Reasons${among}:`, ...reasons(rejects)].join('\n');
}

/** What was masked in the words of the rows, where anything was. */
function maskedIn({ masked }: IngestResultDto): string[] {
  const found = Object.entries(masked).map(([detector, count]) => `${detector} ${withThousands(count)}`);
  return found.length === 0 ? [] : ['', `Masked in their words: ${found.join(', ')}`];
}

function reasons(rejects: readonly RejectDto[]): string[] {
  const groups = new Map<string, { count: number; first: RejectDto }>();
  for (const reject of rejects) {
    const name = `${reject.field ?? ''} ${reject.code}`;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, { count: 1, first: reject });
    else group.count += 1;
  }
  return [...groups.values()]
    .sort((one, other) => other.count - one.count)
    .map(({ count, first: { code, row, message } }) => `  ${count} × ${code}, first in line ${row}: ${message}`);
}
