import type { WayIn } from '#contracts/imports.dto.ts';

/** True for imports whose rows come from a file that is here, as a job: they wait, can be stopped, and never just break off. */
export const isOfFile = ({ way }: { way: WayIn }): boolean => way === 'upload' || way === 'inbox';
