import type { OpenedFile, Sheet } from '../../ingest/formats/format.ts';
import { type KnownPlaces, unknownAmong } from '../../ingest/formats/proposal/known-places.ts';
import type { Mapping } from '../../ingest/mapping/mapping.ts';
import { spelled } from '../../ingest/mapping/value-map.ts';
import { fitToColumns } from './drift.ts';

/** A collection of a whole country has fewer rows a month; a longer file is not looked through to its end. */
const LOOKED_THROUGH = 200_000;

/** An organisation that a file has rows of. */
export interface Owner {
  code: string;
  name: string;
  /** Texts in which its rows name their sites. */
  sites: ReadonlySet<string>;
}

/** Whose rows a file holds, where its format says in which column that stands; in the order of the file. */
async function ownersIn(file: OpenedFile): Promise<Owner[]> {
  const [sheet] = file.sheets;
  if (sheet?.owner === undefined) return [];
  const { column, name, site } = sheet.owner;
  const [ofCode, ofName, ofSite] = [column, name, site].map((one) => indexOf(sheet, one)) as [number, number, number];
  const owners = new Map<string, Owner & { sites: Set<string> }>();
  let rows = 0;
  for await (const records of file.records()) {
    for (const { cells } of records) {
      const code = (cells[ofCode] ?? '').trim();
      if (code === '') continue;
      const owner = owners.get(spelled(code)) ?? { code, name: (cells[ofName] ?? '').trim(), sites: new Set() };
      if ((cells[ofSite] ?? '') !== '') owner.sites.add(cells[ofSite] ?? '');
      owners.set(spelled(code), owner);
    }
    rows += records.length;
    if (rows > LOOKED_THROUGH) break;
  }
  return [...owners.values()];
}

/** Which of them are probably us: by name, or by a site that is set up here. None where nothing tells. */
function ownersLikeUs(owners: readonly Owner[], organisation: string, sites: KnownPlaces['sites']): Owner[] {
  const isUs = ({ code, name, sites: told }: Owner): boolean =>
    [code, name].some((one) => spelled(one) === spelled(organisation)) ||
    unknownAmong([...told], sites).length < told.size;
  return owners.filter(isUs);
}

/** Whose rows a file holds, and which of them a proposal takes. */
export interface Ownership {
  /** More than one, or none at all: whose rows a file of one organisation holds is no question. */
  owners: readonly Owner[];
  /** The column that says whose a row is. */
  column: string | null;
  only: Mapping['only'];
}

export const NOBODYS: Ownership = { owners: [], column: null, only: undefined };

/** What there is to ask about whose rows are ours; without a mapping, those that look like ours are proposed. */
export async function ownershipOf(
  file: OpenedFile,
  mapping: Mapping | undefined,
  { organisation, sites }: { organisation: string; sites: KnownPlaces['sites'] },
): Promise<Ownership> {
  const [sheet] = file.sheets;
  const owners = await ownersIn(file);
  if (sheet?.owner === undefined || owners.length < 2) return NOBODYS;
  const { column } = sheet.owner;
  if (mapping !== undefined) return { owners, column, only: fitToColumns(mapping, sheet.columns).fitting.only };
  const codes = ownersLikeUs(owners, organisation, sites).map(({ code }) => code);
  return { owners, column, only: codes.length === 0 ? undefined : { [column]: codes } };
}

const indexOf = ({ columns }: Sheet, wanted: string | undefined): number =>
  columns.findIndex(({ name }) => name === wanted);
