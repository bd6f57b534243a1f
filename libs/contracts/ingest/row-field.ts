/**
 * The rules of one field of an ingested row, as data: the bulk validator is compiled from them, OpenAPI and the
 * importer's guide are written from them, so what is accepted and what is documented cannot differ.
 */
export type RowField =
  | { type: 'text'; required?: boolean; max: number; description: string }
  /** An ISO 8601 instant with an offset, or a local date-time read in the site's time zone. */
  | { type: 'instant'; required?: boolean; description: string }
  | { type: 'integer'; required?: boolean; min: number; max: number; description: string }
  | { type: 'number'; required?: boolean; min: number; max: number; description: string }
  | { type: 'boolean'; required?: boolean; description: string }
  | { type: 'code'; required?: boolean; codes: readonly string[]; description: string }
  | { type: 'codes'; required?: boolean; codes: readonly string[]; description: string }
  /** Scores 1–5 by touchpoint code. */
  | { type: 'scores'; required?: boolean; min: number; max: number; description: string };

export type RowFields = Readonly<Record<string, RowField>>;

type ValueOf<Field extends RowField> = Field extends { type: 'integer' | 'number' }
  ? number
  : Field extends { type: 'boolean' }
    ? boolean
    : Field extends { type: 'scores' }
      ? Record<string, number>
      : Field extends { type: 'code'; codes: readonly (infer Code)[] }
        ? Code
        : Field extends { type: 'codes'; codes: readonly (infer Code)[] }
          ? Code[]
          : string;

/** The row that a table of fields describes, as it travels on the wire: absent fields are not known. */
export type RowOf<Fields extends RowFields> = {
  [Name in keyof Fields as Fields[Name] extends { required: true } ? Name : never]: ValueOf<Fields[Name]>;
} & {
  [Name in keyof Fields as Fields[Name] extends { required: true } ? never : Name]?: ValueOf<Fields[Name]> | null;
};
