import { MASKS } from '#domain/masking.ts';
import { Masker } from './masker.ts';
import { isLithuanianPersonalCode } from './numbers/lithuanian-personal-code.ts';

/** Ids of rows are numbers very often: without anything around them only these can be told for certain. */
const PERSONAL = new Masker(['email', 'national', 'phone']);
const MASKED: ReadonlySet<string> = new Set(Object.values(MASKS));
const MAY_BE = /@|^\+?[0-9(][0-9 ().-]{7,22}$/;
const BARE = /^[0-9]+$/;

/** True for an id of a row that identifies a person outside of its source: an address, a number of a state or the hospital. */
export function isPersonal(id: string, hospitalNumbers: readonly string[] = []): boolean {
  if (hospitalNumbers.length > 0 && MASKED.has(shapesOf(hospitalNumbers).mask(id).text)) return true;
  if (!MAY_BE.test(id)) return false;
  if (BARE.test(id)) {
    const written = { digits: id, groups: [id.length], gaps: [], plus: false, before: '', after: '' };
    return isLithuanianPersonalCode(written);
  }
  return MASKED.has(PERSONAL.mask(id).text);
}

let shapes: { of: readonly string[]; masker: Masker } | undefined;

/** Made once for the rows of an import, which all ask with the same list. */
function shapesOf(hospitalNumbers: readonly string[]): Masker {
  if (shapes?.of !== hospitalNumbers)
    shapes = { of: hospitalNumbers, masker: new Masker(['hospital'], hospitalNumbers) };
  return shapes.masker;
}
