import { FIELDS_OF, type FactKind } from '#contracts/ingest/fact-kind.ts';
import type { RowField } from '#contracts/ingest/row-field.ts';

/** One field as an importer should know it: its name, what may stand in it, what it means. */
export interface FieldLine {
  name: string;
  required: boolean;
  takes: string;
  description: string;
}

export function fieldLines(kind: FactKind): FieldLine[] {
  return Object.entries(FIELDS_OF[kind]).map(([name, field]) => ({
    name: field.type === 'scores' ? `${name}.TOUCHPOINT` : name,
    required: field.required ?? false,
    takes: whatItTakes(field),
    description: field.description,
  }));
}

/** The same as a table for the importer's guide. */
export function fieldMarkdown(kind: FactKind): string {
  const rows = fieldLines(kind).map(
    ({ name, required, takes, description }) =>
      `| \`${name}\`${required ? ' **required**' : ''} | ${takes} | ${description} |`,
  );
  return ['| field | takes | meaning |', '|---|---|---|', ...rows].join('\n');
}

function whatItTakes(field: RowField): string {
  switch (field.type) {
    case 'text':
      return `text, up to ${field.max.toLocaleString('en-GB')} characters`;
    case 'instant':
      return 'date and time';
    case 'integer':
    case 'scores':
      return `whole number, ${field.min} to ${field.max}`;
    case 'number':
      return `number, ${field.min} to ${field.max.toLocaleString('en-GB')}`;
    case 'boolean':
      return 'yes or no';
    case 'code':
      return `one of ${field.codes.join(', ')}`;
    case 'codes':
      return `some of ${field.codes.join(', ')}`;
  }
}
