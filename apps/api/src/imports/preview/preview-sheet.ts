import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { PreviewColumnDto, PreviewSheetDto, TargetFieldDto } from '#contracts/imports.dto.ts';
import type { Database } from '../../database/database.ts';
import type { Scope } from '../../database/scope.ts';
import type { OpenedFile, Sheet, SourceRecord } from '../../ingest/formats/format.ts';
import { identifiesPeople } from '../../ingest/formats/proposal/identifies-people.ts';
import { type MappingProposal, proposeMapping } from '../../ingest/formats/propose-mapping.ts';
import { planColumns } from '../../ingest/mapping/column-plan.ts';
import { type MappableFields, mappableFields } from '../../ingest/mapping/mappable-fields.ts';
import { mapSheet } from '../../ingest/mapping/mapped-sheet.ts';
import type { Mapping } from '../../ingest/mapping/mapping.ts';
import { overPreset, presetWithin } from '../../ingest/mapping/merge-mappings.ts';
import { createDepartments } from '../../ingest/rows/new-departments.ts';
import { ImportContext } from '../../ingest/rows/normaliser.ts';
import type { Directory } from '../../organisation/directory.ts';
import type { SourceMasking } from '#domain/masking.ts';
import { fitToColumns } from './drift.ts';
import { FedFields } from './fed-fields.ts';
import { guessKind } from './guess-kind.ts';
import { NOBODYS, type Ownership } from './owners.ts';
import { placesUnder } from './preview-places.ts';
import { shortened } from './sample.ts';
import { shownRows } from './shown-row.ts';
import { wishedDepartments } from '../../ingest/mapping/new-departments-wish.ts';
import { toldDoubts } from './told-doubts.ts';

const ROWS_SHOWN = 20;
const SAMPLES = 5;
const LONGEST_SAMPLE = 200;
const NO_SOURCE = '00000000-0000-0000-0000-000000000000';

/** What a sheet is looked at with. */
export interface PreviewContext {
  database: Database;
  scope: Scope;
  directory: Directory | null;
  masking: SourceMasking;
  now: number;
  file: OpenedFile;
  /** The first rows of all sheets. */
  rows: readonly SourceRecord[];
  touchpoints: readonly { code: string; name: string }[];
  ownership: Ownership;
}

/** A sheet as it would be read, and the mapping under which that is. */
export async function previewSheet(
  context: PreviewContext,
  nth: number,
  said: { kind: FactKind | undefined; mapping: Mapping | undefined; isKept: boolean },
): Promise<{ sheet: PreviewSheetDto; mapping: Mapping }> {
  const sheet = context.file.sheets[nth] as Sheet;
  const records = context.rows.filter(({ sheet: of = 0 }) => of === nth);
  const sample = records.map(({ cells }) => cells);
  const places = placesOf(context.directory);
  const proposalFor = (kind: FactKind): MappingProposal =>
    proposeMapping({ kind, sheet, sample, touchpoints: context.touchpoints, places });
  const kind = sheet.kind ?? said.kind ?? guessKind(proposalFor);
  const kindIsSettled = sheet.kind !== undefined;
  if (kind === null) {
    const columns = sheet.columns.map((column, index) => columnOf(column, samplesOf(sample, index)));
    return {
      sheet: { name: sheet.name, kind, kindIsSettled, columns, fields: [], doubts: [], rows: [] },
      mapping: said.mapping ?? {},
    };
  }
  const proposal = proposalFor(kind);
  const ownership = nth === 0 ? context.ownership : NOBODYS;
  const { fitting, missing } =
    said.mapping !== undefined && said.isKept
      ? fitToColumns(said.mapping, sheet.columns)
      : { fitting: said.mapping ?? withOnly(proposal.mapping, ownership), missing: [] };
  const fields = mappableFields(
    kind,
    context.touchpoints.map(({ code }) => code),
  );
  const fed = fedUnder(sheet, fitting, kind, fields);
  const doubts = toldDoubts({
    ...{ mapping: fitting, fed, fields, columns: sheet.columns, sample, places, missing },
    ...{ proposed: proposal.doubts, ownership },
  });
  const isReadable = !doubts.some(({ code }) => code === 'nothing-feeds');
  const rows = isReadable ? await readRows(context, nth, kind, fitting, fields, records) : [];
  const columns = sheet.columns.map((column, index) => {
    const proposed = proposal.columns[index];
    const fedBy = fed.of(index);
    const asProposed = proposed !== undefined && sameFields(proposed.fields, fedBy);
    return {
      ...columnOf(column, samplesOf(sample, index)),
      fields: fedBy,
      certainty: fedBy.length === 0 ? null : asProposed ? (proposed.certainty ?? 'told') : ('chosen' as const),
      word: asProposed ? (proposed.reason?.word ?? null) : null,
    };
  });
  return {
    sheet: { name: sheet.name, kind, kindIsSettled, columns, fields: fieldsOf(fields), doubts, rows },
    mapping: fitting,
  };
}

const withOnly = (mapping: Mapping, { only }: Ownership): Mapping =>
  only === undefined ? mapping : { ...mapping, only };

async function readRows(
  context: PreviewContext,
  nth: number,
  kind: FactKind,
  mapping: Mapping,
  fields: MappableFields,
  records: readonly SourceRecord[],
) {
  const { file, rows, directory, masking, now, database, scope } = context;
  // Nothing is shown to be wrong with dates as long as nobody has said how to read them.
  const read: Mapping = { ...mapping, dates: { ...mapping.dates, order: mapping.dates?.order ?? 'dmy' } };
  const codes = context.touchpoints.map(({ code }) => code);
  const mapped = await mapSheet(shortened(file, rows), file.sheets[nth] as Sheet, kind, read, codes);
  const candidates = records
    .slice(0, ROWS_SHOWN * 3)
    .flatMap((record) => mapped.candidateOf(record) ?? [])
    .slice(0, ROWS_SHOWN);
  const imported = new ImportContext(placesUnder(directory, mapping), NO_SOURCE, now, masking);
  if (mapping.createDepartments) {
    const wanted = { createDepartments: wishedDepartments(mapping), dryRun: true };
    await createDepartments(database, scope, candidates, imported.places, wanted);
  }
  return shownRows(candidates, kind, fields, imported);
}

/** What feeds what, also where something that every row needs is fed by nothing yet. */
function fedUnder(sheet: Sheet, said: Mapping, kind: FactKind, fields: MappableFields): FedFields {
  const mapping = overPreset(presetWithin(sheet.preset, fields), said);
  const lenient = new Map([...fields].map(([name, field]) => [name, { ...field, required: false }]));
  const columns = sheet.columns.map(({ name }) => name);
  const { feeds } = planColumns(columns, mapping, kind, lenient);
  return new FedFields(feeds, mapping.constants);
}

function placesOf(directory: Directory | null) {
  return {
    departments: (directory?.departments ?? []).map(({ code, name, general }) => ({
      code,
      name: general ? code : name,
    })),
    sites: (directory?.sites ?? []).map(({ code, name }) => ({ code, name })),
  };
}

function columnOf(column: Sheet['columns'][number], samples: readonly string[]): PreviewColumnDto {
  return {
    ...{ name: column.name, label: column.label ?? null },
    samples: samples.slice(0, SAMPLES).map((text) => text.slice(0, LONGEST_SAMPLE)),
    ...{ fields: [], certainty: null, word: null },
    identifies: identifiesPeople(column, samples),
  };
}

const samplesOf = (sample: readonly (readonly string[])[], index: number): string[] => [
  ...new Set(sample.map((cells) => (cells[index] ?? '').trim()).filter((text) => text !== '')),
];

const sameFields = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((field) => other.includes(field));

function fieldsOf(fields: MappableFields): TargetFieldDto[] {
  return [...fields].map(([name, field]) => ({
    ...{ name, type: field.type, required: field.required ?? false },
    codes: 'codes' in field ? [...field.codes] : [],
    min: 'min' in field ? field.min : null,
    max: field.type === 'integer' || field.type === 'number' ? field.max : null,
  }));
}
