import { Injectable } from '@nestjs/common';
import { DEFAULT_TOUCHPOINTS } from '#domain/touchpoint.ts';
import type { ImportPreviewDto, PreviewSheetDto } from '#contracts/imports.dto.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Transaction } from '../../database/database.ts';
import { findSource } from '../../facts/source.ts';
import { FORMATS } from '../../ingest/formats/formats.ts';
import type { Mapping } from '../../ingest/mapping/mapping.ts';
import { withoutOthers } from '../../ingest/mapping/without-others.ts';
import { maskingOf } from '../../ingest/masking/source-masking.query.ts';
import { loadDirectory } from '../../organisation/directory.ts';
import type { Sender } from '../../uploads/sender.ts';
import { FilesToImport, inWords } from '../files-to-import.ts';
import type { PreviewWishDto } from '../imports.dto.ts';
import { latestMapping, type SourceMapping } from '../mappings/source-mapping.query.ts';
import { ownershipOf } from './owners.ts';
import { previewSheet } from './preview-sheet.ts';
import { firstRows } from './sample.ts';

/** Shows a file as it would be read, for people to look at, change and agree to; nothing of it is stored. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: FilesToImport,
  ) {}

  async preview(sender: Sender, wish: PreviewWishDto): Promise<ImportPreviewDto> {
    const { scope } = sender;
    const said = this.files.readAsOf(wish, wish.mapping ?? {});
    const { directory, masking, kept } = await this.database.inScope(scope, async (transaction) => ({
      directory: await loadDirectory(transaction),
      masking: await maskingOf(transaction, wish.source),
      kept: wish.useKept && wish.mapping === undefined ? await keptFor(transaction, wish) : undefined,
    }));
    const first = await this.files.open(sender, wish.uploadId, said, wish.kind);
    // Of how the last file was read, what this one does not show itself: its encoding, where it is not UTF-8 either.
    const keptEncoding = first.encodings.length > 0 ? kept?.readAs.encoding : undefined;
    const encoding = wish.encoding ?? keptEncoding;
    const opened =
      encoding === wish.encoding
        ? first
        : await this.files.open(sender, wish.uploadId, { ...said, encoding }, wish.kind);
    const mapping = wish.mapping === undefined ? kept?.readAs.mapping : said.mapping;
    return inWords(async () => {
      const ownership = await ownershipOf(opened.opened, mapping, {
        organisation: directory?.organisation.name ?? '',
        sites: directory?.sites ?? [],
      });
      const file = withoutOthers(opened.opened, { only: ownership.only });
      const context = {
        ...{ database: this.database, scope, directory, masking, now: this.clock.now() },
        ...{ file, rows: await firstRows(file), ownership },
        touchpoints: directory?.touchpoints ?? DEFAULT_TOUCHPOINTS,
      };
      const sheets: PreviewSheetDto[] = [];
      let whole: Mapping = {};
      for (const [nth, { name }] of opened.opened.sheets.entries()) {
        const { sheets: further, ...firstMapping } = mapping ?? {};
        const ofSheet = mapping === undefined ? undefined : nth === 0 ? firstMapping : (further?.[name] ?? {});
        const kind = nth === 0 ? (wish.kind ?? kept?.kind) : undefined;
        const shown = await previewSheet(context, nth, { kind, mapping: ofSheet, isKept: kept !== undefined });
        sheets.push(shown.sheet);
        if (nth === 0) whole = shown.mapping;
        else if (Object.keys(shown.mapping).length > 0) {
          whole = { ...whole, sheets: { ...whole.sheets, [name]: shown.mapping } };
        }
      }
      return {
        format: { code: opened.format.code, title: opened.format.title },
        recognised: opened.recognised,
        formats: FORMATS.map(({ code, title }) => ({ code, title })),
        encoding: encoding ?? null,
        encodings: opened.encodings.map(({ encoding: name, language, text }) => ({ encoding: name, language, text })),
        workbookSheets: [...(opened.opened.workbookSheets ?? [])],
        sheets,
        mapping: whole,
        kept: kept !== undefined,
      };
    });
  }
}

async function keptFor(
  transaction: Transaction,
  { source, kind }: Pick<PreviewWishDto, 'source' | 'kind'>,
): Promise<SourceMapping | undefined> {
  const sourceId = await findSource(transaction, source);
  return sourceId === undefined ? undefined : latestMapping(transaction, sourceId, kind ?? null);
}
