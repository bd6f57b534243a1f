import { ForbiddenException } from '@nestjs/common';
import type { Principal } from '../access/principal.ts';

/** A key sends and erases the rows of its own source; a person, those of any. */
export function refuseOtherSource({ sourceCode }: Principal, source: string): void {
  if (sourceCode !== undefined && sourceCode !== source) {
    throw new ForbiddenException(`This key is for the source ${sourceCode} alone: send with source=${sourceCode}.`);
  }
}
