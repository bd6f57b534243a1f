import type { RecordDto } from '#contracts/records.dto.ts';

/** Whether a record holds words: only then the trail keeps who saw it. */
export const hasWords = ({ words, title, reply }: RecordDto): boolean => (words ?? title ?? reply) !== null;
