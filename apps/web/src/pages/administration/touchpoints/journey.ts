import type { OrganisationDto, TouchpointDto } from '#contracts/organisation.dto.ts';

/** A step of the journey with its finer points, all in their order. */
export interface JourneyStep {
  step: TouchpointDto;
  finer: TouchpointDto[];
}

export function journeyOf({ touchpoints }: Pick<OrganisationDto, 'touchpoints'>): JourneyStep[] {
  const inOrder = [...touchpoints].sort((one, other) => one.position - other.position);
  return inOrder
    .filter(({ parent }) => parent === null)
    .map((step) => ({ step, finer: inOrder.filter(({ parent }) => parent === step.code) }));
}

/** The codes in the order they have once one of them has moved by one place; null at either end. */
export function movedBy(siblings: readonly TouchpointDto[], code: string, by: -1 | 1): string[] | null {
  const codes = siblings.map((one) => one.code);
  const from = codes.indexOf(code);
  const other = codes[from + by];
  if (from === -1 || other === undefined) return null;
  codes[from + by] = code;
  codes[from] = other;
  return codes;
}
