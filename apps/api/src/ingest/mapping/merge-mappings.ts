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
