import type { Problem } from '../../rows/candidate.ts';

export type JsonObject = Record<string, unknown>;

/** One object of a file, or what stood in its place. */
export interface ObjectItem {
  /** Its line, or its place in its list, from 1. */
  position: number;
  /** The list it stood in, '' where lists have no names. */
  list: string;
  /** Its text as it came; '' where it was too long to hold. */
  text: string;
  /** What it says; empty where it cannot be told. */
  value: JsonObject;
  problem?: Problem;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
