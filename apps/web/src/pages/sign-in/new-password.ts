export const SHORTEST_PASSWORD = 12;

/** Characters as people count them. */
export const lengthOf = (password: string): number => [...password].length;

/** True for what the API will not take for its length; the rest it says itself. */
export const isTooShort = (password: string): boolean => lengthOf(password) < SHORTEST_PASSWORD;
