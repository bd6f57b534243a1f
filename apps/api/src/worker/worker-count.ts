import { SettingTrouble } from '../serving/setting-trouble.ts';

const MOST = 16;

/** How many processes for long work this machine keeps: one, unless BEDSIDE_WORKERS says another number. */
export function workerCount({ BEDSIDE_WORKERS: said }: NodeJS.ProcessEnv): number {
  if (!said) return 1;
  const count = Number(said);
  if (!/^\d{1,2}$/.test(said) || count > MOST) {
    throw new SettingTrouble(`BEDSIDE_WORKERS must be a number from 0 to ${MOST}; 0 where other machines do the work.`);
  }
  return count;
}
