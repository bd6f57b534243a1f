import { BadRequestException, ConflictException, Injectable } from '@nestjs/common';
import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import { isEncoding } from '../ingest/csv/text-encoding.ts';
import type { OpenedFile } from '../ingest/formats/format.ts';
import { MappingRefused } from '../ingest/mapping/mapping-refused.ts';
import { parseMapping } from '../ingest/mapping/parse-mapping.ts';
import type { SourceFile } from '../ingest/source-file.ts';
import { UnreadableFile } from '../ingest/unreadable-file.ts';
import type { Sender } from '../uploads/sender.ts';
import type { StoredUpload } from '../uploads/stored-uploads.query.ts';
import { UploadFolder } from '../uploads/upload-folder.ts';
import { UploadsService } from '../uploads/uploads.service.ts';
import { type FileFormat, formatOfFile } from './file-format.ts';
import type { ReadAs } from './read-as.ts';

/** A file of somebody's, opened: its columns are known, its rows not read. */
export interface FileToImport extends FileFormat {
  upload: StoredUpload;
  file: SourceFile;
  opened: OpenedFile;
  /** What its rows are; undefined where people have to say. */
  kind: FactKind | undefined;
}

type ReadAsWish = Omit<ReadAs, 'mapping'>;

/** Opens the files that people have sent; whatever is wrong with one is said in words. */
@Injectable()
export class FilesToImport {
  constructor(
    private readonly uploads: UploadsService,
    private readonly folder: UploadFolder,
  ) {}

  async open(sender: Sender, uploadId: string, readAs: ReadAs, kind: FactKind | undefined): Promise<FileToImport> {
    const upload = await this.uploads.find(sender, uploadId);
    if ((await this.folder.received(upload.id)) < upload.bytes) throw new ConflictException(NOT_WHOLE);
    return inWords(async () => {
      const file = await this.folder.source(upload.id, upload.name);
      const found = await formatOfFile(file, readAs);
      const opened = await found.format.open(file, { ...readAs, encoding: found.encoding });
      const settled = opened.sheets[0]?.kind;
      if (settled !== undefined && kind !== undefined && settled !== kind) {
        throw new BadRequestException(`kind must be ${settled}: that is what ${found.format.title} writes here`);
      }
      return { ...found, upload, file, opened, kind: settled ?? kind };
    });
  }

  /** How people want a file read, with its mapping checked. */
  readAsOf({ format, encoding, delimiter, sheet, unfinished }: ReadAsWish, mapping: object): ReadAs {
    if (encoding !== undefined && !isEncoding(encoding)) {
      throw new BadRequestException('encoding must be the name of one, like windows-874');
    }
    const said = Object.entries({ format, encoding, delimiter, sheet, unfinished });
    return {
      ...Object.fromEntries(said.filter(([, value]) => value !== undefined)),
      mapping: mappingOf(mapping),
    };
  }
}

/** A mapping as it was sent; refused with what is wrong with it. */
export function mappingOf(mapping: object) {
  try {
    return parseMapping(mapping);
  } catch (error) {
    if (error instanceof MappingRefused) throw new BadRequestException(error.message);
    throw error;
  }
}

/** What is wrong with a file or its mapping, as an answer that says so. */
export async function inWords<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnreadableFile || error instanceof MappingRefused) {
      throw new BadRequestException(error.message);
    }
    throw error;
  }
}

const NOT_WHOLE = 'The file is not here as a whole yet: send the rest of it first.';
