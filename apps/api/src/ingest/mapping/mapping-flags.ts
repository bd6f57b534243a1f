import type { Mapping } from './mapping.ts';
import { MappingRefused } from './mapping-refused.ts';
import { dateOrder, decimalMark, timeZone } from './parse-mapping.ts';

/** The flags of the command line that describe a mapping. */
export interface MappingFlags {
  map?: readonly string[];
  set?: readonly string[];
  value?: readonly string[];
  dateOrder?: string;
  zone?: string;
  decimal?: string;
  onlyWith?: string;
  only?: readonly string[];
  createDepartments?: boolean;
  site?: string;
}

/** The mapping that flags describe. Throws `MappingRefused` for a flag that is not written as it should be. */
export function mappingOfFlags(flags: MappingFlags): Mapping {
  const columns: Record<string, string | string[] | null> = {};
  for (const flag of flags.map ?? []) {
    const [column, field] = halves('--map', flag, flag.lastIndexOf('='), 'COLUMN=FIELD');
    const others = columns[column];
    if (field === '') columns[column] = null;
    else columns[column] = others === undefined || others === null ? field : [others, field].flat();
  }
  const values: Record<string, Record<string, string>> = {};
  for (const flag of flags.value ?? []) {
    const [subject, meaning] = halves('--value', flag, flag.lastIndexOf('='), 'FIELD:TEXT=VALUE');
    const colon = subject.indexOf(':');
    if (colon <= 0 || colon === subject.length - 1) {
      throw new MappingRefused(`--value ${flag} is not of the form FIELD:TEXT=VALUE, e.g. "csat:Very satisfied=5".`);
    }
    const field = subject.slice(0, colon).trim();
    values[field] = { ...values[field], [subject.slice(colon + 1).trim()]: meaning };
  }
  const constants = Object.fromEntries(
    (flags.set ?? []).map((flag) => halves('--set', flag, flag.indexOf('='), 'FIELD=VALUE')),
  );
  const only: Record<string, string[]> = {};
  for (const flag of flags.only ?? []) {
    const [column, value] = halves('--only', flag, flag.lastIndexOf('='), 'COLUMN=VALUE');
    only[column] = [...(only[column] ?? []), value];
  }
  return {
    columns,
    constants,
    values,
    dates: {
      ...(flags.dateOrder === undefined ? {} : { order: dateOrder('--date-order', flags.dateOrder) }),
      ...(flags.zone === undefined ? {} : { zone: timeZone('--zone', flags.zone) }),
    },
    numbers: flags.decimal === undefined ? {} : { decimal: decimalMark('--decimal', flags.decimal) },
    ...(flags.onlyWith === undefined ? {} : { onlyWith: flags.onlyWith }),
    ...(flags.only === undefined ? {} : { only }),
    ...(flags.createDepartments === undefined ? {} : { createDepartments: flags.createDepartments }),
    ...(flags.site === undefined ? {} : { site: flags.site }),
  };
}

/** Columns and explained texts may hold an equals sign, field names do not: the caller knows which one to cut at. */
function halves(flag: string, text: string, equals: number, form: string): [string, string] {
  if (equals <= 0) throw new MappingRefused(`${flag} ${text} is not of the form ${form}.`);
  return [text.slice(0, equals).trim(), text.slice(equals + 1).trim()];
}
