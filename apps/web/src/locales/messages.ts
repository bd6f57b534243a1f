import type { en } from './en.ts';

/** The shape every language fills completely: a missing or a stray key does not compile. */
export type Messages = typeof en;
