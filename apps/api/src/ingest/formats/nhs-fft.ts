import type { Problem } from '../rows/candidate.ts';
import type { CsvRecord } from '../csv/csv-records.ts';
import type { SourceFile } from '../source-file.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { openedExport, type ReadColumn } from './delimited/delimited-export.ts';
import { watchedFile } from './delimited/whole-lines.ts';
import { fileHead } from './file-head.ts';
import type { Format, FormatOptions, OpenedFile } from './format.ts';
import { ANSWERS, type FftColumn, saysSum } from './nhs-fft/fft-columns.ts';
import { delimitedHead, delimitedTable, type FftTable } from './nhs-fft/fft-rows.ts';
import { workbookTable } from './nhs-fft/fft-workbook.ts';
import { collectionToldBy } from './nhs-fft/told-collection.ts';
import { monthOfYear, monthToldBy } from './nhs-fft/told-month.ts';
import { TooManyTexts } from './xlsx/shared-strings.ts';
import { RefusedXml } from './xml/bounded-xml.ts';

const ARCHIVE = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
/** What such workbooks are called; what is in them cannot be seen from their first bytes. */
const WORKBOOK_NAME =
  /(?:^|[\\/])fft[\s_-](?:ip|ae|a&e|in-?patients?|ambulance|maternity|community|mental)[^\\/]*\.xlsx$/i;

/** Monthly counts of the Friends and Family Test as the NHS collects and publishes them. Every row is many answers. */
export const nhsFft: Format = {
  code: 'nhs-fft',
  title: 'NHS Friends and Family Test',

  recognises: (head) => (isArchive(head.bytes) ? WORKBOOK_NAME.test(head.name) : delimitedHead(head) !== undefined),

  async open(source, options) {
    const head = await fileHead(source, options.encoding);
    if (!isArchive(head.bytes)) {
      const { file, endedLine } = watchedFile(source, options.encoding);
      return opened(source, delimitedTable(file, head, options), () => endedLine());
    }
    try {
      return opened(source, await workbookTable(source, options));
    } catch (error) {
      throw inWords(source, error);
    }
  },
} satisfies { open(file: SourceFile, options: FormatOptions): Promise<OpenedFile> } & Format;

const isArchive = (bytes: Buffer): boolean => bytes.subarray(0, ARCHIVE.length).equals(ARCHIVE);

const LABELS: Readonly<Record<Exclude<FftColumn, 'year' | 'periodName' | 'period'>, string>> = {
  parent: 'Parent org code',
  org: 'Org code',
  orgName: 'Org name',
  site: 'Site code',
  siteName: 'Site name',
  ward: 'Ward name',
  spec1: 'Spec 1',
  spec2: 'Spec 2',
  veryGood: 'Very good',
  good: 'Good',
  neither: 'Neither good nor poor',
  poor: 'Poor',
  veryPoor: 'Very poor',
  dontKnow: 'Don’t know',
  responses: 'Total responses',
  eligible: 'Total eligible',
};

function opened(file: SourceFile, table: FftTable, endedLine?: () => boolean): OpenedFile {
  const { head, names, headLine, titles } = table;
  const cell = (cells: readonly string[], column: FftColumn): string => (cells[head.get(column) ?? -1] ?? '').trim();
  const monthOf = monthReader(table, cell);
  const collection = collectionToldBy(titles.join('\n')) ?? (saysSum(names) ? 'inpatient' : undefined);
  const keyOf = (cells: readonly string[]): string =>
    [cell(cells, 'org') || cell(cells, 'orgName'), cell(cells, 'site') || cell(cells, 'siteName')]
      .concat(['ward', 'spec1', 'spec2'].map((column) => cell(cells, column as FftColumn)))
      .concat([collection ?? '', monthOf?.(cells) ?? ''])
      .join('/');
  const seen = new Set<string>();

  const told = Object.entries(LABELS) as [keyof typeof LABELS, string][];
  const columns: ReadColumn[] = [
    // Without its month a row could not be told from that of the next one.
    ...(monthOf === undefined
      ? []
      : [
          { name: 'key', label: 'Organisation, site, ward, specialties and month', textOf: keyOf },
          { name: 'month', textOf: monthOf },
        ]),
    ...told
      .filter(([column]) => head.has(column))
      .map(([column, name]) => ({
        name,
        label: names[head.get(column) ?? -1],
        textOf: (cells: readonly string[]) => plainCount(cell(cells, column)),
      })),
  ];
  const preset = Object.fromEntries(
    [
      ...(monthOf === undefined ? [] : [['key', 'externalId'] as const, ['month', 'month'] as const]),
      ...[...ANSWERS, 'responses' as const, 'eligible' as const].map((field) => [LABELS[field], field] as const),
      [LABELS.ward, 'department'] as const,
      [LABELS.site, 'site'] as const,
    ].filter(([name]) => columns.some((column) => column.name === name)),
  );

  return openedExport(
    {
      name: file.name,
      bytes: file.bytes,
      delimiter: '',
      columns: names,
      check:
        table.check ??
        (async () => {
          for await (const rows of table.rows()) void rows;
        }),
      async *records(onRead) {
        seen.clear();
        try {
          for await (const rows of table.rows(onRead)) {
            yield rows
              .filter(({ line, cells, fault }) => line > headLine && (fault !== undefined || cells.some(isFilled)))
              .map(widened);
          }
        } catch (error) {
          throw inWords(file, error);
        }
      },
    },
    {
      name: 'counts',
      kind: 'survey-counts',
      columns,
      preset: { columns: preset, ...(collection === undefined ? {} : { constants: { collection } }) },
      owner: head.has('org') ? { column: LABELS.org, name: LABELS.orgName, site: LABELS.site } : undefined,
      headRecords: 0,
      reasonToPassOver: (cells) => reasonToPassOver(cells, cell, head.has('ward')),
      problemOf(cells) {
        const key = keyOf(cells);
        if (seen.has(key)) return TWICE;
        seen.add(key);
        return undefined;
      },
      endedLine: endedLine === undefined ? undefined : () => endedLine(),
    },
  );

  /** Cells at the end of a row that are empty are not kept in workbooks. */
  function widened(row: CsvRecord): CsvRecord {
    if (endedLine === undefined) while (row.cells.length < names.length) row.cells.push('');
    return row;
  }
}

type CellOf = (cells: readonly string[], column: FftColumn) => string;

/** How the month of a row is told: by its own cells, else by the titles, else by the name of the file; undefined by nothing. */
function monthReader({ head, titles }: FftTable, cell: CellOf): ((cells: readonly string[]) => string) | undefined {
  if (head.has('year') && head.has('periodName')) {
    return (cells) => monthOfYear(cell(cells, 'year'), cell(cells, 'periodName'));
  }
  if (head.has('period')) return (cells) => monthToldBy(cell(cells, 'period'));
  const [name = '', ...others] = titles;
  const month = monthToldBy(others.join('\n')) || monthToldBy(name);
  return month === '' ? undefined : () => month;
}

const TWICE: Problem = {
  field: 'externalId',
  code: 'place-twice',
  message: 'An earlier row tells of the same place, specialties and month: which of the two is right?',
};

const SUPPRESSED = /^(?:\*+|\[?[cxz]\]?)$/i;
const NO_CODE = /^(?:-|n\/?a)?$/i;
const TOTAL = /^(?:england|selection|total|all\b|nhs england|independent sector)/i;

/** What the publisher has hidden cannot be counted; what adds up several places would be counted twice. */
function reasonToPassOver(cells: readonly string[], cell: CellOf, byWard: boolean): string | undefined {
  if (ANSWERS.some((answer) => SUPPRESSED.test(cell(cells, answer)))) return 'rows that the publisher suppressed';
  const first = cells.find(isFilled)?.trim() ?? '';
  const nobody = (['org', 'site', 'ward', 'orgName', 'siteName'] as const).every((column) =>
    NO_CODE.test(cell(cells, column)),
  );
  if (nobody || TOTAL.test(first) || TOTAL.test(cell(cells, 'orgName'))) return 'totals of several places';
  return byWard && cell(cells, 'ward') === '' ? 'totals of several wards' : undefined;
}

const isFilled = (text: string): boolean => text.trim() !== '';

/** `1,234` is one thousand and more: counts have no fractions. */
const plainCount = (text: string): string => (/^\d{1,3}(?:,\d{3})+$/.test(text) ? text.replaceAll(',', '') : text);

function inWords(file: SourceFile, error: unknown): unknown {
  if (error instanceof RefusedXml || error instanceof TooManyTexts) {
    return new UnreadableFile(
      `${file.name} is no workbook that can be read. Save the table as CSV UTF-8 and import that.`,
    );
  }
  return error;
}
