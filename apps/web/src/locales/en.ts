import { complaints } from './en/complaints.ts';
import { records } from './en/records.ts';
import { shell } from './en/shell.ts';
import { words } from './en/words.ts';

export const en = { shell, words, complaints, records };
