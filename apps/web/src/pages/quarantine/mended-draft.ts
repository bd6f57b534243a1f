import type { QuarantineField } from '../../api/quarantine.ts';

/** What is typed or chosen for a field; a list where several can be ticked. */
export type Typed = string | readonly string[];

/** What stands in an editor before anybody has touched it. */
export function typedOf({ type, value }: QuarantineField): Typed {
  if (type === 'codes') return Array.isArray(value) ? value : [];
  if (value === null || Array.isArray(value)) return '';
  if (type === 'boolean') return value ? 'yes' : 'no';
  return type === 'instant' ? localTime(String(value)) : String(value);
}

/** As the browser's own field for a date and a time takes it; empty for what it cannot show. */
function localTime(text: string): string {
  const parts = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?)?$/.exec(text);
  return parts === null ? '' : `${parts[1]}T${parts[2] ?? '00:00'}`;
}

/** What is sent for it: nothing typed is "not known". */
export function valueOfTyped({ type }: Pick<QuarantineField, 'type'>, typed: Typed): unknown {
  if (typeof typed !== 'string') return typed.length === 0 ? null : typed;
  const text = typed.trim();
  if (text === '') return null;
  if (type === 'boolean') return text === 'yes';
  if (type !== 'integer' && type !== 'number') return text;
  const number = Number(text.replace(',', '.'));
  return Number.isNaN(number) ? text : number;
}
