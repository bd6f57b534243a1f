import type { Mapping } from './mapping.ts';

/** One mapping laid over another: what the upper one says holds, the rest of the lower one stays. */
export function mergeMappings(lower: Mapping, upper: Mapping): Mapping {
  const values = { ...lower.values };
  for (const [field, texts] of Object.entries(upper.values ?? {})) values[field] = { ...values[field], ...texts };
  const merged: Mapping = {
    ...lower,
    ...upper,
    columns: { ...lower.columns, ...upper.columns },
    constants: { ...lower.constants, ...upper.constants },
    values,
    dates: { ...lower.dates, ...upper.dates },
    numbers: { ...lower.numbers, ...upper.numbers },
  };
  return Object.fromEntries(
    Object.entries(merged).filter(
      ([, part]) => part !== undefined && (typeof part !== 'object' || Object.keys(part).length > 0),
    ),
  );
}

/**
 * What people say laid over what a format knows itself: where theirs feeds or sets a field, or leaves a column out, the
 * format's own way of feeding it gives way.
 */
export function overPreset(preset: Mapping, mapping: Mapping): Mapping {
  const said = new Set([...Object.values(mapping.columns ?? {}).flat(), ...Object.keys(mapping.constants ?? {})]);
  const merged = mergeMappings(
    {
      ...preset,
      columns: withoutFields(preset.columns ?? {}, said),
      constants: Object.fromEntries(Object.entries(preset.constants ?? {}).filter(([field]) => !said.has(field))),
      values: Object.fromEntries(Object.entries(preset.values ?? {}).filter(([field]) => !said.has(field))),
    },
    mapping,
  );
  const fed = new Set(Object.values(merged.columns ?? {}).flat());
  const unfed = (field: string): boolean => field in (preset.values ?? {}) && !fed.has(field);
  const values = Object.fromEntries(Object.entries(merged.values ?? {}).filter(([field]) => !unfed(field)));
  return mergeMappings({ ...merged, values: {} }, { values });
}

/** What a format knows itself, without what it feeds to fields that are not there: touchpoints an organisation has not. */
export function presetWithin(preset: Mapping, fields: { has(name: string): boolean }): Mapping {
  const { columns = {}, values = {} } = preset;
  const targets = Object.values(columns).flat();
  const missing = new Set(targets.filter((field) => field !== null && !fields.has(field)));
  if (missing.size === 0) return preset;
  const kept = Object.fromEntries(Object.entries(values).filter(([field]) => !missing.has(field)));
  return { ...preset, columns: withoutFields(columns, missing), values: kept };
}

type Columns = NonNullable<Mapping['columns']>;

function withoutFields(columns: Columns, fields: ReadonlySet<string | null>): Columns {
  const kept: Columns = {};
  for (const [column, target] of Object.entries(columns)) {
    const left = [target].flat().filter((field): field is string => field !== null && !fields.has(field));
    if (left.length > 0 || target === null) kept[column] = target === null ? null : left;
  }
  return kept;
}
