import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import { type MappableFields, mappableFields } from '../mapping/mappable-fields.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { mergeMappings } from '../mapping/merge-mappings.ts';
import type { Sheet, SourceColumn } from './format.ts';
import { type Claim, claimsOn, isCalled, LOOKED_AT } from './proposal/claim.ts';
import { type ColumnLook, lookOf } from './proposal/column-look.ts';
import type { Doubt } from './proposal/doubt.ts';
import { doubtsAbout } from './proposal/doubts-about.ts';
import { identifiesPeople } from './proposal/identifies-people.ts';
import type { KnownPlaces } from './proposal/known-places.ts';
import type { ProposedColumn } from './proposal/proposed-column.ts';
import { type SettledClaims, settledClaims } from './proposal/settled-claims.ts';

/** What there is to propose a mapping from. */
export interface ProposalInput {
  kind: FactKind;
  /** The sheet as its format tells it; what its preset says already is not proposed anew. */
  sheet: Pick<Sheet, 'columns' | 'preset'>;
  /** The cells of its first rows, a few hundred at most. */
  sample: readonly (readonly string[])[];
  /** The organisation's own, which scores and places are held against. */
  touchpoints: readonly { code: string; name: string }[];
  places: KnownPlaces;
}

/** A mapping for people to look at, change and agree to; nothing of it holds before they do. */
export interface MappingProposal {
  mapping: Mapping;
  columns: readonly ProposedColumn[];
  doubts: readonly Doubt[];
}

interface Settlement {
  sheet: ProposalInput['sheet'];
  looks: readonly ColumnLook[];
  fields: MappableFields;
  settled: SettledClaims;
}

/** Proposes which column feeds which field of a kind, from names, questions and a sample of the values. */
export function proposeMapping({ kind, sheet, sample, touchpoints, places }: ProposalInput): MappingProposal {
  const fields = mappableFields(
    kind,
    touchpoints.map(({ code }) => code),
  );
  const looks = sheet.columns.map((_, index) =>
    lookOf(index < LOOKED_AT ? sample.map((cells) => cells[index] ?? '') : []),
  );
  const claims = claimsOn({ kind, sheet, looks, fields, touchpoints, places });
  const settled = settledClaims(claims, sheet.columns.length);
  return {
    mapping: mergeMappings(sheet.preset, mappingOf({ sheet, looks, fields, settled })),
    columns: sheet.columns.map((column, index) =>
      proposedColumn(column, settled.byColumn[index] ?? [], looks[index] as ColumnLook),
    ),
    doubts: doubtsAbout({ kind, sheet, looks, fields, settled, claims, places }),
  };
}

function mappingOf({ sheet, looks, fields, settled }: Settlement): Mapping {
  const fed = settled.won.filter(({ reason }) => reason.from !== 'format');
  const refused = sheet.columns.filter(
    ({ name }, index) =>
      settled.byColumn[index]?.length === 0 && [...fields.keys()].some((field) => isCalled(name, field)),
  );
  const [order, other] = new Set(
    settled.won
      .flatMap(({ dated, column }) => (dated ? [looks[column]?.order] : []))
      .filter((shown) => shown === 'dmy' || shown === 'mdy'),
  );
  return {
    columns: Object.fromEntries([
      ...fed.map(({ column, field }) => [sheet.columns[column]?.name ?? '', field]),
      ...refused.map(({ name }) => [name, null]),
    ]),
    values: Object.fromEntries(
      fed.flatMap(({ field, answers }) =>
        answers === undefined || Object.keys(answers.values).length === 0 ? [] : [[field, answers.values]],
      ),
    ),
    ...(order === undefined || other !== undefined ? {} : { dates: { order } }),
  };
}

function proposedColumn(source: SourceColumn, claims: readonly Claim[], { values }: ColumnLook): ProposedColumn {
  const column = source.name;
  const [claim] = claims;
  if (claim === undefined) {
    return identifiesPeople(source, values) ? { column, fields: [], identifies: true } : { column, fields: [] };
  }
  const { certainty, reason } = claim;
  return { column, fields: claims.map(({ field }) => field), certainty, reason };
}
