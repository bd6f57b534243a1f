import type { RowField, RowFields } from '#contracts/ingest/row-field.ts';
import { refuse } from './candidate.ts';

type Check = (value: unknown, name: string) => unknown;

/** A row whose fields have been checked: absent ones are undefined. */
export type CheckedRow = Record<string, unknown>;

/**
 * Compiles the field rules of a kind into one function for the bulk path. It throws RefusedRowError naming the first
 * field at fault and the remedy; a message never repeats the value of a free text.
 */
export function compileValidator(fields: RowFields): (value: Record<string, unknown>) => CheckedRow {
  const checks = new Map(Object.entries(fields).map(([name, field]) => [name, { check: checkOf(field) }]));
  const required = Object.keys(fields).filter((name) => fields[name]?.required);
  const allowed = Object.keys(fields).join(', ');
  return (value) => {
    const row: CheckedRow = {};
    for (const name of Object.keys(value)) {
      const given = value[name];
      const entry = checks.get(name);
      if (entry === undefined) {
        refuse(name.slice(0, 60), 'unknown-field', `There is no such field. Use one of: ${allowed}.`);
      }
      if (given !== undefined && given !== null && given !== '') row[name] = entry.check(given, name);
    }
    for (const name of required) {
      if (row[name] === undefined) refuseMissing(name);
    }
    return row;
  };
}

export function refuseMissing(name: string): never {
  refuse(name, 'required', `${name} is missing: every row needs it.`);
}

/** The rule of one field; throws `RefusedRowError`. */
export function checkOf(field: RowField): Check {
  switch (field.type) {
    case 'text':
      return (value, name) => text(value, name, field.max);
    case 'instant':
      return (value, name) => text(value, name, 40);
    case 'integer':
      return (value, name) => {
        if (typeof value !== 'number' || !Number.isInteger(value)) {
          refuse(name, 'not-an-integer', `${name} must be a whole number from ${field.min} to ${field.max}.`);
        }
        return within(value, name, field.min, field.max);
      };
    case 'number':
      return (value, name) => {
        if (typeof value !== 'number' || !Number.isFinite(value)) {
          refuse(name, 'not-a-number', `${name} must be a number from ${field.min} to ${field.max}.`);
        }
        return within(value, name, field.min, field.max);
      };
    case 'boolean':
      return (value, name) => {
        if (typeof value !== 'boolean') refuse(name, 'not-a-boolean', `${name} must be true or false.`);
        return value;
      };
    case 'code':
      return (value, name) => code(value, name, field.codes);
    case 'codes':
      return (value, name) => {
        if (!Array.isArray(value) || value.length > 20) {
          refuse(name, 'not-a-list', `${name} must be a list of at most 20 of: ${field.codes.join(', ')}.`);
        }
        return [...new Set(value.map((one: unknown) => code(one, name, field.codes)))];
      };
    case 'scores':
      return (value, name) => scores(value, name, field.min, field.max);
  }
}

function text(value: unknown, name: string, max: number): string {
  if (typeof value !== 'string') refuse(name, 'not-a-text', `${name} must be a text.`);
  if (value.includes('\0'))
    refuse(name, 'nul-character', `${name} holds a NUL character: export the file again as text.`);
  if (value.length > max)
    refuse(name, 'too-long', `${name} may be at most ${max} characters long; this has ${value.length}.`);
  return value;
}

function within(value: number, name: string, min: number, max: number): number {
  if (value < min || value > max) {
    refuse(name, 'out-of-range', `${name} must be from ${min} to ${max}; this is ${value}.`);
  }
  return value;
}

function code(value: unknown, name: string, codes: readonly string[]): string {
  if (typeof value !== 'string' || !codes.includes(value)) {
    refuse(name, 'unknown-code', `${name} must be one of: ${codes.join(', ')}.`);
  }
  return value;
}

function scores(value: unknown, name: string, min: number, max: number): Record<string, number> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    refuse(name, 'not-an-object', `${name} must be an object such as {"check-in": 4}.`);
  }
  for (const touchpoint of Object.keys(value)) {
    const score = (value as Record<string, unknown>)[touchpoint];
    if (score !== null) checkScore(score, `${name}.${touchpoint.slice(0, 60)}`, min, max);
  }
  return value as Record<string, number>;
}

/** The rule of the score of one touchpoint; throws `RefusedRowError`. */
export function checkScore(score: unknown, name: string, min: number, max: number): number {
  if (typeof score !== 'number' || !Number.isInteger(score) || score < min || score > max) {
    refuse(name, 'out-of-range', `A score must be a whole number from ${min} to ${max}.`);
  }
  return score;
}
