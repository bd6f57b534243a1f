import type { ImportPreviewDto } from '#contracts/imports.dto.ts';

/** What has to be said before a file can go in, the first thing first; the words are under `mapping.blocked…`. */
export type Block = 'blockedEncoding' | 'blockedKind' | 'blockedSource' | 'blocked';

interface Said {
  preview: ImportPreviewDto | undefined;
  sourceName: string;
  /** The name or its code is that of another source. */
  codeTaken: boolean;
  /** How many questions that must be answered are open. */
  openMust: number;
}

/** True while nobody has said which encoding a file is in that is not UTF-8. */
export function asksEncoding({ encodings, encoding }: Pick<ImportPreviewDto, 'encodings' | 'encoding'>): boolean {
  return encodings.length > 0 && encoding === null;
}

export function whatBlocks({ preview, sourceName, codeTaken, openMust }: Said): Block | null {
  if (preview !== undefined && asksEncoding(preview)) return 'blockedEncoding';
  if (sourceName.trim() === '' || codeTaken) return 'blockedSource';
  if (preview !== undefined && preview.sheets[0]?.kind == null) return 'blockedKind';
  return openMust > 0 ? 'blocked' : null;
}
