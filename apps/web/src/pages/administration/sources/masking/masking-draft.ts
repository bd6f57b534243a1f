import type { SourceMaskingDto } from '#contracts/masking.dto.ts';
import { DETECTORS, type Detector } from '#domain/masking.ts';

/** What is chosen, as the form shows it. */
export interface MaskingDraft {
  feedback: Record<Detector, boolean>;
  complaints: Record<Detector, boolean>;
  /** Shapes of the hospital's numbers, parted by commas. */
  shapes: string;
}

export function draftOf({ feedback, complaints, hospitalNumbers }: SourceMaskingDto): MaskingDraft {
  return { feedback: ticksOf(feedback), complaints: ticksOf(complaints), shapes: hospitalNumbers.join(', ') };
}

export function wishOf({ feedback, complaints, shapes }: MaskingDraft) {
  return { feedback: chosenIn(feedback), complaints: chosenIn(complaints), hospitalNumbers: shapesIn(shapes) };
}

export const chosenIn = (ticks: Record<Detector, boolean>): Detector[] => DETECTORS.filter((one) => ticks[one]);

export function shapesIn(text: string): string[] {
  return text
    .split(/[,،;\n]/)
    .map((shape) => shape.trim())
    .filter((shape) => shape !== '');
}

const ticksOf = (chosen: readonly Detector[]): Record<Detector, boolean> =>
  Object.fromEntries(DETECTORS.map((one) => [one, chosen.includes(one)])) as Record<Detector, boolean>;
