/** What is looked for in people's words, in the order in which finds take precedence over each other. */
export const DETECTORS = ['email', 'card', 'national', 'hospital', 'phone', 'name'] as const;

export type Detector = (typeof DETECTORS)[number];

/** What stands in stored words where something was found; which sort of number it was, nobody has to know. */
export const MASKS: Readonly<Record<Detector, string>> = {
  email: '[email]',
  card: '[card]',
  national: '[id]',
  hospital: '[id]',
  phone: '[phone]',
  name: '[name]',
};

/** How many finds were masked, by detector; those that found nothing are left out. */
export type MaskedCounts = Partial<Record<Detector, number>>;

/** What is masked in the words of one source. */
export interface SourceMasking {
  /** In survey comments, reviews and replies to them. */
  feedback: readonly Detector[];
  /** In complaints and what is noted about them. */
  complaints: readonly Detector[];
  /** How numbers of the hospital's own look, such as `HN######`: # is a digit, anything else stands for itself. */
  hospitalNumbers: readonly string[];
}

/**
 * What is masked while nobody has said otherwise: everything, except names in complaints. Who reads a comment wants to
 * know how it was; who answers a complaint has to know whom it concerns.
 */
export const DEFAULT_MASKING: SourceMasking = {
  feedback: DETECTORS,
  complaints: DETECTORS.filter((detector) => detector !== 'name'),
  hospitalNumbers: [],
};

/** More shapes of numbers than any hospital has. */
export const MOST_HOSPITAL_NUMBERS = 10;

/** Fewer digits than this are a room, a score or a year. */
const LEAST_DIGITS = 4;

/** True for the shape of a hospital's number: letters, digits, # for a digit, and spaces, hyphens, slashes and dots. */
export function isHospitalNumber(shape: string): boolean {
  return /^[\p{L}\d#][\p{L}\d# ./-]{2,28}[\p{L}\d#]$/u.test(shape) && shape.split('#').length > LEAST_DIGITS;
}

/** Counts of several texts together. */
export function addMasked(sum: MaskedCounts, more: MaskedCounts): MaskedCounts {
  const added: MaskedCounts = { ...sum };
  for (const detector of DETECTORS) {
    const count = more[detector];
    if (count !== undefined) added[detector] = (added[detector] ?? 0) + count;
  }
  return added;
}
