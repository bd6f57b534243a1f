const FEW_PEOPLE = 4;

/** True for a number of people that is hidden: one to four. */
export const isFew = (count: number): boolean => count >= 1 && count <= FEW_PEOPLE;
