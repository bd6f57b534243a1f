/** How the columns of one sort of rows become fields, as it travels and is kept; `docs/importing.md` says what each part means. */
export interface SheetMapping {
  columns?: Record<string, string | readonly string[] | null>;
  constants?: Record<string, string>;
  values?: Record<string, Record<string, string>>;
  dates?: { order?: 'dmy' | 'mdy'; zone?: string };
  numbers?: { decimal?: '.' | ',' };
  onlyWith?: string;
  only?: Record<string, readonly string[]>;
  site?: string;
}

/** The mapping of a whole file: of its first sort of rows, and under `sheets` of the further ones by their names. */
export interface ImportMapping extends SheetMapping {
  /** All unknown departments are set up, or those of these names. */
  createDepartments?: boolean | readonly string[];
  sheets?: Record<string, SheetMapping>;
}

/** The part of a mapping that is about one sort of rows; null names the first. */
export function partOf(mapping: ImportMapping, sheet: string | null): SheetMapping {
  return sheet === null ? mapping : (mapping.sheets?.[sheet] ?? {});
}

/** The mapping with one of its parts changed. */
export function withPart(
  mapping: ImportMapping,
  sheet: string | null,
  change: (part: SheetMapping) => SheetMapping,
): ImportMapping {
  if (sheet === null) return { ...mapping, ...change(mapping) };
  return { ...mapping, sheets: { ...mapping.sheets, [sheet]: change(partOf(mapping, sheet)) } };
}

/** What a text is compared by, as rows are read: case, spaces and the kind of apostrophe do not matter. */
export function spelled(text: string): string {
  return text.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ').replace(/’/g, "'");
}
