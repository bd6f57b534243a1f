import { UnreadableFile } from '../../unreadable-file.ts';
import { readXml, type XmlListener } from '../xml/bounded-xml.ts';
import { type NumberFormat, StyleFormats } from './number-formats.ts';
import type { WorkbookArchive } from './workbook-archive.ts';

/** One sheet of a workbook and the part it is kept in. */
export interface WorkbookSheet {
  name: string;
  part: string;
  hidden: boolean;
}

/** What has to be known of a workbook before a cell of it can be read. */
export interface Workbook {
  sheets: readonly WorkbookSheet[];
  from1904: boolean;
  formats: readonly NumberFormat[];
  /** Where its texts are kept; undefined where it has none. */
  stringsPart: string | undefined;
}

/** More sheets than anybody keeps. */
const MOST_SHEETS = 10_000;

/** Reads the parts that tell how a workbook is put together. Throws `UnreadableFile` for an archive that is none. */
export async function workbookIn(archive: WorkbookArchive, fileName: string): Promise<Workbook> {
  const root = archive.has('_rels/.rels') ? await relationsOf(archive, '') : [];
  const part = root.find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  if (!part.endsWith('.xml') || !archive.has(part)) {
    throw new UnreadableFile(
      `${fileName} is an archive, but no .xlsx workbook. Save its table as .xlsx or as CSV UTF-8.`,
    );
  }
  const relations = await relationsOf(archive, part);
  const heard = new WorkbookListener();
  await readXml(archive.text(part), heard);
  const targetOf = new Map(relations.map(({ id, target }) => [id, target]));
  const partOf = (kind: string): string | undefined => {
    const target = relations.find(({ type }) => type.endsWith(`/${kind}`))?.target;
    return target !== undefined && archive.has(target) ? target : undefined;
  };
  const styles = new StyleFormats();
  const stylesPart = partOf('styles');
  if (stylesPart !== undefined) await readXml(archive.text(stylesPart), styles);
  return {
    sheets: heard.sheets.flatMap(({ name, id, hidden }) => {
      const target = targetOf.get(id);
      return target === undefined || !archive.has(target) ? [] : [{ name, part: target, hidden }];
    }),
    from1904: heard.from1904,
    formats: styles.formats,
    stringsPart: partOf('sharedStrings'),
  };
}

class WorkbookListener implements XmlListener {
  readonly sheets: { name: string; id: string; hidden: boolean }[] = [];
  from1904 = false;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'workbookPr') this.from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
    if (name !== 'sheet' || this.sheets.length >= MOST_SHEETS) return;
    const id = Object.entries(attributes).find(([attribute]) => attribute.endsWith(':id'))?.[1] ?? '';
    this.sheets.push({ name: attributes.name ?? '', id, hidden: (attributes.state ?? 'visible') !== 'visible' });
  }
}

interface Relation {
  id: string;
  type: string;
  /** Its part, by its whole name. */
  target: string;
}

/** What a part points at, the whole archive for ''. */
async function relationsOf(archive: WorkbookArchive, part: string): Promise<Relation[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const listed = `${folder}_rels/${part.slice(folder.length)}.rels`;
  if (!archive.has(listed)) return [];
  const relations: Relation[] = [];
  await readXml(archive.text(listed), {
    open: (name, { Id: id = '', Type: type = '', Target: target = '' }) => {
      if (name === 'Relationship' && relations.length < MOST_SHEETS) {
        relations.push({ id, type, target: target.startsWith('/') ? target.slice(1) : folder + target });
      }
    },
  });
  return relations;
}
