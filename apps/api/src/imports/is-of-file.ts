import type { WayIn } from '#contracts/imports.dto.ts';

/**
 * True for imports whose rows are here already, in a file or set aside, and which are jobs: they wait, can be stopped,
 * and never just break off.
 */
export const isOfFile = ({ way }: { way: WayIn }): boolean => way === 'upload' || way === 'inbox' || way === 'redrive';
