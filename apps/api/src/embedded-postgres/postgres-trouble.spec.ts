import { expect, it } from '@jest/globals';
import { troubleWithAddress } from './database-trouble.ts';
import { DatabaseInUse, PostgresTrouble, troubleWith } from './postgres-trouble.ts';

it.each([
  ['ENOSPC: no space left on device, mkdir', 'The disk that holds /data is full. Free some space and start again.'],
  ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'The disk that holds /data is full.'],
  ['EROFS: read-only file system, mkdir', 'The disk that holds /data is read-only.'],
  ['EACCES: permission denied, open', 'The folder /data may not be used by this user.'],
  ['FATAL:  data directory "/data" has wrong ownership', 'The folder /data may not be used by this user.'],
  ['postgres: error while loading shared libraries: libz.so.1: cannot open', 'lacks a system library'],
  ['FATAL:  database files are incompatible with server', 'was made by another version of Postgres'],
  ['LOG: one\nFATAL:  something new\nLOG: two', 'The database in /data did not start: something new'],
  ['', 'it said nothing'],
])('%s', (said, sentence) => {
  const trouble = troubleWith('/data', new Error(said));
  expect(trouble).toBeInstanceOf(PostgresTrouble);
  expect(trouble.message).toContain(sentence);
});

it('knows a folder that another start has just taken', () => {
  expect(troubleWith('/data', new Error('FATAL:  lock file "postmaster.pid" already exists'))).toBeInstanceOf(
    DatabaseInUse,
  );
});

const refused = (code: string, message = 'no') => Object.assign(new Error(message), { code });

it.each([
  [refused('ECONNREFUSED'), 'db:5432/bedside (DATABASE_URL) does not answer'],
  [refused('ENOTFOUND'), 'does not answer'],
  [new Error('timeout expired'), 'does not answer'],
  [refused('28P01'), 'refuses this user or password'],
  [refused('3D000'), 'There is no such database at db:5432/bedside'],
  [refused('42501', 'permission denied for schema public'), 'may not create what Bedside needs: permission denied'],
])('%s', (cause, sentence) => {
  const { message } = troubleWithAddress('postgres://me:hush@db:5432/bedside', cause);
  expect(message).toContain(sentence);
  expect(message).not.toContain('hush');
});

it('leaves a fault of our own as it is', () => {
  const fault = new TypeError('undefined is not a function');
  expect(troubleWithAddress('postgres://db/bedside', fault)).toBe(fault);
});
