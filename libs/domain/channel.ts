import { codeTable } from './code-table.ts';

/** How something reached us (not the system it came from, which is its source). Append-only: positions are stored. */
export const CHANNELS = codeTable([
  'sms',
  'email',
  'web',
  'phone',
  'chat',
  'desk',
  'letter',
  'social',
  'app',
  'kiosk',
  'paper',
]);

export type Channel = (typeof CHANNELS.codes)[number];
