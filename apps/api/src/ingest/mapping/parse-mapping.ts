import { DATE_ORDERS, type DateOrder, type DecimalMark, type Mapping } from './mapping.ts';
import { MappingRefused } from './mapping-refused.ts';
import { noSuchName } from './nearest-name.ts';

const PARTS = [
  'columns',
  'constants',
  'values',
  'dates',
  'numbers',
  'onlyWith',
  'only',
  'createDepartments',
  'site',
  'sheets',
] as const;

/** A mapping from parsed JSON. Throws `MappingRefused` naming the part that is not as it should be. */
export function parseMapping(json: unknown): Mapping {
  const parts = objectAt('the mapping', json, PARTS);
  const mapping: Mapping = {};
  if (parts.columns !== undefined) mapping.columns = mapEach('columns', parts.columns, targetOf);
  if (parts.constants !== undefined) mapping.constants = mapEach('constants', parts.constants, textAt);
  if (parts.values !== undefined) {
    mapping.values = mapEach('values', parts.values, (name, texts) => mapEach(name, texts, textAt));
  }
  if (parts.dates !== undefined) mapping.dates = datesOf(parts.dates);
  if (parts.numbers !== undefined) {
    const { decimal } = objectAt('numbers', parts.numbers, ['decimal']);
    if (decimal !== undefined) mapping.numbers = { decimal: decimalMark('numbers.decimal', decimal) };
  }
  if (parts.createDepartments !== undefined) {
    mapping.createDepartments = departmentsOf(parts.createDepartments);
  }
  if (parts.onlyWith !== undefined) mapping.onlyWith = textAt('onlyWith', parts.onlyWith);
  if (parts.only !== undefined) mapping.only = mapEach('only', parts.only, textsAt);
  if (parts.site !== undefined) mapping.site = textAt('site', parts.site);
  if (parts.sheets !== undefined) mapping.sheets = mapEach('sheets', parts.sheets, (_, sheet) => parseMapping(sheet));
  return mapping;
}

function departmentsOf(said: unknown): NonNullable<Mapping['createDepartments']> {
  if (typeof said === 'boolean') return said;
  if (Array.isArray(said) && said.every((name) => typeof name === 'string' && name.trim() !== '')) {
    return said as string[];
  }
  throw new MappingRefused('createDepartments must be true or false, or list the names to be set up.');
}

export function dateOrder(name: string, value: unknown): DateOrder {
  const order = DATE_ORDERS.find((known) => known === value);
  if (order === undefined) throw new MappingRefused(`${name} must be dmy (day first) or mdy (month first).`);
  return order;
}

export function decimalMark(name: string, value: unknown): DecimalMark {
  if (value !== ',' && value !== '.') throw new MappingRefused(`${name} must be "," or ".".`);
  return value;
}

export function timeZone(name: string, value: unknown): string {
  const zone = textAt(name, value);
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    throw new MappingRefused(`${name} must be the name of a time zone such as Asia/Bangkok or Europe/Vilnius.`);
  }
}

function datesOf(json: unknown): NonNullable<Mapping['dates']> {
  const { order, zone } = objectAt('dates', json, ['order', 'zone']);
  return {
    ...(order === undefined ? {} : { order: dateOrder('dates.order', order) }),
    ...(zone === undefined ? {} : { zone: timeZone('dates.zone', zone) }),
  };
}

function targetOf(column: string, target: unknown): string | string[] | null {
  if (target === null) return null;
  return Array.isArray(target) ? target.map((field) => textAt(column, field)) : textAt(column, target);
}

function textAt(name: string, value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') throw new MappingRefused(`${name} must be a text in the mapping.`);
  return value;
}

const textsAt = (name: string, value: unknown): string[] => [value].flat().map((text) => textAt(name, text));

function mapEach<To>(name: string, json: unknown, to: (name: string, value: unknown) => To): Record<string, To> {
  return Object.fromEntries(
    Object.entries(objectAt(name, json)).map(([key, value]) => [key, to(`${name}: ${key}`, value)]),
  );
}

function objectAt(name: string, json: unknown, allowed?: readonly string[]): Record<string, unknown> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new MappingRefused(`${name} must be an object in braces.`);
  }
  for (const key of Object.keys(json)) {
    if (allowed !== undefined && !allowed.includes(key))
      throw new MappingRefused(noSuchName(`part of ${name} called`, key, allowed));
  }
  return json as Record<string, unknown>;
}
