import type { Where } from '#contracts/dimension.ts';
import { queryFromWhere } from './address.ts';
import type { Span } from './period.ts';

/** The address of the records behind a mark: its metric, its span, the filters in force and its own group. */
export function recordsLink(
  metric: string,
  { from, to }: Span,
  where: Where,
  by: Record<string, string> = {},
): { path: string; query: Record<string, string[]> } {
  const group = Object.fromEntries(Object.entries(by).map(([dimension, code]) => [dimension, [code]]));
  return {
    path: '/records',
    query: { metric: [metric], from: [from], to: [to], ...queryFromWhere({ ...where, ...group }) },
  };
}
