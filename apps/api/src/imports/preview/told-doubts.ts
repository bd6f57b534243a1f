import type { DoubtDto } from '#contracts/imports.dto.ts';
import type { SourceColumn } from '../../ingest/formats/format.ts';
import { lookOf } from '../../ingest/formats/proposal/column-look.ts';
import type { Doubt } from '../../ingest/formats/proposal/doubt.ts';
import { type KnownPlaces, unknownAmong, withNearest } from '../../ingest/formats/proposal/known-places.ts';
import type { MappableFields } from '../../ingest/mapping/mappable-fields.ts';
import type { Mapping } from '../../ingest/mapping/mapping.ts';
import { spelled } from '../../ingest/mapping/value-map.ts';
import type { FedFields } from './fed-fields.ts';
import type { Ownership } from './owners.ts';

/** How many values a doubt lists; the others are counted. */
const LISTED = 20;
/** More than there are trusts. */
const OWNERS = 1_000;

interface DoubtContext {
  mapping: Mapping;
  fed: FedFields;
  fields: MappableFields;
  columns: readonly SourceColumn[];
  /** The cells of the first rows. */
  sample: readonly (readonly string[])[];
  places: KnownPlaces;
  proposed: readonly Doubt[];
  /** Columns that the kept mapping names and this file has not. */
  missing: readonly { column: string; field: string }[];
  ownership: Ownership;
}

/** What is left to be looked at under a mapping: what it answers is not asked again. */
export function toldDoubts(context: DoubtContext): DoubtDto[] {
  const { mapping, fed, fields, missing, proposed } = context;
  const required = [...fields].filter(([name, field]) => field.required === true && !fed.has(name));
  return [
    ...missing.map(({ column, field }) => told('column-missing', { column, field })),
    ...required.map(([field]) => told('nothing-feeds', { field, mustBeAnswered: true })),
    ...whoseRows(context),
    ...dateOrders(context),
    ...unknownPlaces(context),
    ...proposed.flatMap((doubt) => stillOpen(doubt, mapping, fed)),
  ];
}

const NOTHING: Omit<DoubtDto, 'code'> = {
  ...{ column: null, field: null, values: [], more: 0, others: [], least: null, most: null },
  mustBeAnswered: false,
};

const told = (code: string, rest: Partial<DoubtDto>): DoubtDto => ({ ...NOTHING, code, ...rest });

/** Stays to be looked at when it is answered: a wrong answer would pass over our own rows. */
function whoseRows({ ownership: { column, owners } }: DoubtContext): DoubtDto[] {
  const values = owners.slice(0, OWNERS).map(({ code, name }) => ({ text: code, nearest: null, name }));
  return owners.length === 0 ? [] : [told('whose-rows', { column, values, more: owners.length - values.length })];
}

function dateOrders({ mapping, fed, fields, sample }: DoubtContext): DoubtDto[] {
  if (mapping.dates?.order !== undefined) return [];
  return [...fed.byField].flatMap(([field, feed]) => {
    if (fields.get(field)?.type !== 'instant') return [];
    const { order } = lookOf(sample.map((cells) => cells[feed.index] ?? ''));
    const isOpen = order === 'either' || order === 'both';
    return isOpen ? [told('date-order', { column: feed.column, field, mustBeAnswered: true })] : [];
  });
}

function unknownPlaces({ mapping, fed, sample, places }: DoubtContext): DoubtDto[] {
  return (['department', 'site'] as const).flatMap((field) => {
    const feed = fed.byField.get(field);
    if (feed === undefined || (field === 'department' && mapping.createDepartments === true)) return [];
    const { createDepartments } = mapping;
    const named = field === 'department' && typeof createDepartments === 'object' ? createDepartments : [];
    const mapped = new Set([...Object.keys(mapping.values?.[field] ?? {}), ...named].map(spelled));
    const texts = new Set(sample.map((cells) => (cells[feed.index] ?? '').trim()));
    const known = field === 'department' ? places.departments : places.sites;
    const unknown = unknownAmong(
      [...texts].filter((text) => text !== '' && !mapped.has(spelled(text))),
      known,
    );
    if (unknown.length === 0) return [];
    const values = unknown.slice(0, LISTED).map((text) => withNearest(text, known));
    return [
      told('unknown-places', {
        ...{ column: feed.column, field, more: unknown.length - values.length },
        values: values.map(({ text, nearest = null }) => ({ text, nearest })),
      }),
    ];
  });
}

/** What was doubtful about the proposal and is not settled by the mapping. */
function stillOpen(doubt: Doubt, mapping: Mapping, fed: FedFields): DoubtDto[] {
  switch (doubt.code) {
    case 'date-order':
    case 'unknown-places':
    case 'nothing-feeds':
      return [];
    case 'zone':
      return mapping.dates?.zone === undefined && fed.feeds(doubt.column)
        ? [told('zone', { column: doubt.column })]
        : [];
    case 'decimal-mark':
      return mapping.numbers?.decimal === undefined && fed.feeds(doubt.column)
        ? [told('decimal-mark', { column: doubt.column, mustBeAnswered: true })]
        : [];
    case 'scale':
      return doubt.proposed === fed.feeds(doubt.column, doubt.field)
        ? [told('scale', { column: doubt.column, field: doubt.field, least: doubt.least, most: doubt.most })]
        : [];
    case 'unread-values':
    case 'two-scales': {
      const mapped = new Set(Object.keys(mapping.values?.[doubt.field] ?? {}).map(spelled));
      const left = doubt.values.filter(({ text }) => !mapped.has(spelled(text)));
      if (!fed.feeds(doubt.column, doubt.field) || left.length === 0) return [];
      return [
        told(doubt.code, {
          ...{ column: doubt.column, field: doubt.field, more: 'more' in doubt ? doubt.more : 0 },
          values: left.map(({ text, nearest = null }) => ({ text, nearest })),
        }),
      ];
    }
    case 'also-likely':
      return fed.feeds(doubt.column, doubt.field)
        ? [told('also-likely', { column: doubt.column, field: doubt.field, others: [...doubt.others] })]
        : [];
    case 'no-answers':
      return fed.hasAnswers ? [] : [told('no-answers', {})];
    case 'not-looked-at':
      return [told('not-looked-at', { more: doubt.columns })];
    case 'garbled':
      return [told('garbled', { column: doubt.column })];
  }
}
