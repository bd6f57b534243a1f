/** The largest file that is taken. */
export const LARGEST_FILE = 2 * 1024 ** 3;
/** The largest piece of one: small enough to be sent again, large enough for a whole file in a few hundred. */
export const LARGEST_PIECE = 8 * 1024 ** 2;
/** How many files a person may have here that nobody has imported. */
export const FILES_EACH = 10;
/** A file that nothing comes of is thrown away so many days after its last byte. */
export const KEPT_DAYS = 7;
