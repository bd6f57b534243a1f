import { HttpException } from '@nestjs/common';
import { AuditKeyTrouble } from '../audit/audit-key.ts';
import { PostgresTrouble } from '../embedded-postgres/postgres-trouble.ts';
import { UnreadableFile } from '../ingest/unreadable-file.ts';
import { MappingRefused } from '../ingest/mapping/mapping-refused.ts';

/** A command that cannot do what it was asked, for a reason that one sentence can tell. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused';
}

const EXPECTED = [CommandRefused, UnreadableFile, MappingRefused, PostgresTrouble, AuditKeyTrouble];

/** What to tell the operator about a failure: one clear sentence for the expected ones, the whole stack for a bug. */
export function troubleText(error: unknown): string {
  if (EXPECTED.some((kind) => error instanceof kind)) return (error as Error).message;
  if (error instanceof HttpException) {
    const response = error.getResponse();
    const message = typeof response === 'object' && 'message' in response ? response.message : response;
    return Array.isArray(message) ? message.join('\n') : String(message);
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
