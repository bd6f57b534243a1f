import { CommandRefused } from './command-trouble.ts';

/** Reads the value of a flag that is a whole number from 1. */
export const atLeastOne =
  (flag: string) =>
  (text: string): number => {
    const count = Number(text);
    if (!Number.isInteger(count) || count < 1) throw new CommandRefused(`${flag} has to be a whole number from 1.`);
    return count;
  };
