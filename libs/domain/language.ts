/** The languages the interface speaks, as BCP 47 primary subtags. Facts may carry any language; `und` is "not known". */
export const LANGUAGES = ['en', 'vi', 'th', 'lt', 'ur'] as const;

export type Language = (typeof LANGUAGES)[number];

export const UNDETERMINED_LANGUAGE = 'und';

/** Languages written from right to left among those the interface speaks. */
export const RIGHT_TO_LEFT: readonly string[] = ['ur'];
