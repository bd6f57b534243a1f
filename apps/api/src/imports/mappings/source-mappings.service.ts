import { ConflictException, Injectable, NotFoundException } from '@nestjs/common';
import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { SourceMappingDto } from '#contracts/imports.dto.ts';
import { audit } from '../../audit/audit.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Transaction } from '../../database/database.ts';
import type { Scope } from '../../database/scope.ts';
import { findSource } from '../../facts/source.ts';
import { mappingOf } from '../files-to-import.ts';
import { keepMapping, latestMapping, type SourceMapping } from './source-mapping.query.ts';
import type { MappingEditDto } from './source-mappings.dto.ts';

/** How the files of each source are read: kept by the last import, put right by people. */
@Injectable()
export class SourceMappingsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  find(scope: Scope, code: string, kind: FactKind): Promise<SourceMappingDto> {
    return this.database.inScope(scope, async (transaction) => {
      const sourceId = await sourceIdOf(transaction, code);
      const kept = await latestMapping(transaction, sourceId, kind);
      if (kept === undefined) throw new NotFoundException(NONE_KEPT);
      return described(code, kept);
    });
  }

  change(scope: Scope, code: string, kind: FactKind, edit: MappingEditDto): Promise<SourceMappingDto> {
    const mapping = mappingOf(edit.mapping);
    return this.database.inScope(scope, async (transaction) => {
      const sourceId = await sourceIdOf(transaction, code);
      const last = await latestMapping(transaction, sourceId, kind);
      if ((last?.version ?? 0) !== edit.version) throw new ConflictException(CHANGED_MEANWHILE);
      const at = new Date(this.clock.now());
      const by = scope.actor?.name ?? 'Bedside';
      const version = await keepMapping(transaction, {
        ...{ sourceId, kind, at, by },
        readAs: { ...last?.readAs, mapping },
      });
      audit(transaction, {
        action: 'source.mapping-changed',
        subject: { kind: 'source', id: code },
        details: { kind, version },
      });
      const kept = await latestMapping(transaction, sourceId, kind);
      if (kept === undefined) throw new Error('a mapping just kept cannot be found');
      return described(code, kept);
    });
  }
}

async function sourceIdOf(transaction: Transaction, code: string): Promise<string> {
  const id = await findSource(transaction, code);
  if (id === undefined) throw new NotFoundException('There is no source of this code.');
  return id;
}

function described(source: string, { kind, version, readAs, savedAt, savedBy }: SourceMapping): SourceMappingDto {
  return {
    ...{ source, kind, version, savedBy },
    format: readAs.format ?? null,
    mapping: readAs.mapping ?? {},
    savedAt: savedAt.toISOString(),
  };
}

const NONE_KEPT = 'No mapping is kept for files of this source and kind: it is kept with the first import.';
const CHANGED_MEANWHILE = 'Somebody has changed this mapping meanwhile: look at it as it is now, then change it.';
