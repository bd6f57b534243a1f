import { UNDETERMINED_LANGUAGE } from '#domain/language.ts';
import type { Fact } from '../../facts/fact-table.ts';
import { contentHash, naturalId, naturalIdBytes } from '../../facts/natural-key.ts';
import type { Directory } from '../../organisation/directory.ts';
import type { SourceMasking } from '#domain/masking.ts';
import { isPersonal } from '../masking/personal-id.ts';
import { RowMasking } from '../masking/row-masking.ts';
import { refuse } from './candidate.ts';
import { Occurrences } from './occurrences.ts';
import { type Place, Places } from './places.ts';
import { pseudonymOf } from './pseudonym.ts';
import { Refusals } from '../quarantine/refusals.ts';
import type { CheckedRow } from './row-validator.ts';
import { SiteClock } from './site-clock.ts';

/** What normalisers of all kinds share during one import: the places, the clocks, the keys of what has gone by. */
export class ImportContext {
  readonly places: Places;
  readonly refusals = new Refusals();
  readonly touchpointSlot: ReadonlyMap<string, number>;
  /** Through which every word goes that is kept. */
  readonly masking: RowMasking;
  private readonly clocks = new Map<string, SiteClock>();
  private readonly occurrences = new Occurrences();

  constructor(
    readonly directory: Directory,
    readonly sourceId: string,
    private readonly now: number,
    private readonly settings?: SourceMasking,
  ) {
    this.masking = new RowMasking(settings);
    this.places = new Places(directory);
    this.touchpointSlot = new Map(directory.touchpoints.map(({ code, slot }) => [code, slot]));
  }

  clockOf({ site }: Place): SiteClock {
    return this.clockIn(site.timeZone);
  }

  clockIn(timeZone: string): SiteClock {
    let clock = this.clocks.get(timeZone);
    if (clock === undefined) {
      clock = new SiteClock(timeZone, this.now);
      this.clocks.set(timeZone, clock);
    }
    return clock;
  }

  slotOf(touchpoint: string, field: string): number {
    return (
      this.touchpointSlot.get(touchpoint) ??
      refuse(
        field === 'scores' ? `scores.${touchpoint.slice(0, 60)}` : field,
        'unknown-touchpoint',
        `There is no touchpoint of this code. Use one of: ${[...this.touchpointSlot.keys()].slice(0, 60).join(', ')}.`,
      )
    );
  }

  pseudonym(row: CheckedRow): string | null {
    return row.visit === undefined ? null : this.pseudonymOf(row.visit as string);
  }

  /**
   * The natural key and content hash that make a row a fact. `values` is everything the row says, normalised; `unmasked`
   * the same before anything was masked, so that a row without an id stays the same row whatever its source masks.
   */
  identify(row: CheckedRow, values: readonly unknown[], unmasked = () => values) {
    const ownId = ownIdOf(row);
    const externalId = ownId || this.madeIdOf(unmasked());
    return {
      id: naturalId(this.sourceId, externalId),
      externalId: ownId ? this.keptIdOf(ownId, row) : externalId,
      sourceId: this.sourceId,
      contentHash: contentHash(values),
    };
  }

  /**
   * Names a row that is packed at once, whose content hash is that of its packed bytes. `unmaskedOf` tells what a row
   * without an id says, before anything of it was masked.
   */
  name<Row extends Fact>(fact: Row, row: CheckedRow, unmaskedOf: (fact: Row, row: CheckedRow) => readonly unknown[]) {
    const ownId = ownIdOf(row);
    const externalId = ownId || this.madeIdOf(unmaskedOf(fact, row));
    fact.id = naturalIdBytes(this.sourceId, externalId);
    fact.externalId = ownId ? this.keptIdOf(ownId, row) : externalId;
    return fact;
  }

  /** An id for a row that brings none. */
  private madeIdOf(unmasked: readonly unknown[]): string {
    return this.occurrences.externalIdOf(unmasked, this.directory.organisation.pseudonymKey);
  }

  /** An id that identifies a visit or a person is kept as its pseudonym only, like the visit itself. */
  private keptIdOf(id: string, { visit }: CheckedRow): string {
    return id === visit || isPersonal(id, this.settings?.hospitalNumbers) ? this.pseudonymOf(id) : id;
  }

  private pseudonymOf(identifier: string): string {
    return pseudonymOf(identifier, this.directory.organisation.pseudonymKey);
  }
}

/** The id a row brings; one that was cut in the middle of a character might be taken for another's. */
function ownIdOf({ externalId }: CheckedRow): string | undefined {
  const id = (externalId as string | undefined)?.trim();
  if (id !== undefined && !id.isWellFormed()) {
    refuse('externalId', 'half-a-character', 'externalId ends in half a character: was it cut? Send it whole.');
  }
  return id;
}

/** The primary language subtag in lower case. */
export function languageOf(tag: unknown): string {
  if (tag === undefined) return UNDETERMINED_LANGUAGE;
  if (PRIMARY.test(tag as string)) return tag as string;
  const primary = (tag as string).trim().toLowerCase().split(/[-_]/)[0] ?? '';
  if (!PRIMARY.test(primary))
    refuse('language', 'not-a-language', 'language must be a BCP 47 tag like vi, th, lt, ur or en-GB.');
  return primary;
}

const PRIMARY = /^[a-z]{2,3}$/;
