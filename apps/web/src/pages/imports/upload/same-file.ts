import type { UploadDto } from '#contracts/imports.dto.ts';

/** Whether a file is the one an upload began with: a browser forgets files when a page is left, so people choose it again. */
export type Sameness = 'same' | 'other-name' | 'other-size';

export function samenessOf(
  { name, bytes }: Pick<UploadDto, 'name' | 'bytes'>,
  file: { name: string; size: number },
): Sameness {
  if (file.size !== bytes) return 'other-size';
  return file.name.normalize('NFC') === name.normalize('NFC') ? 'same' : 'other-name';
}

/** The upload among those begun that a file goes on with; undefined for a file that is new. */
export function begunWith<Upload extends Pick<UploadDto, 'name' | 'bytes'>>(
  uploads: readonly Upload[],
  file: { name: string; size: number },
): Upload | undefined {
  return uploads.find((upload) => samenessOf(upload, file) === 'same');
}
