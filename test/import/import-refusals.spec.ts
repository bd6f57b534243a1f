import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CommandLine, fixture, openCommandLine } from './command-line.ts';
import { FFT } from './fft-flags.ts';

let bedside: CommandLine;

beforeAll(async () => {
  bedside = await openCommandLine();
  await bedside.run('import', fixture('fft-surgeries.csv'), ...FFT, '--zone=Europe/London');
});

afterAll(() => bedside.close());

describe('a refusal is one clear sentence', () => {
  const file = fixture('fft-surgeries.csv');
  it.each<[string, string[], RegExp]>([
    [
      'an unknown kind',
      ['import', file, '--kind=survey', '--source=x'],
      /no kind of rows called survey.*survey-responses, waits/,
    ],
    ['a mistyped kind', ['import', file, '--kind=wait', '--source=x'], /Did you mean waits\?/],
    [
      'an unknown field',
      ['import', file, '--kind=waits', '--source=x', '--map=time=startetAt'],
      /Did you mean startedAt\?/,
    ],
    [
      'an unknown column',
      ['import', file, '--kind=waits', '--source=x', '--map=tme=startedAt'],
      /no column tme\. Did you mean time\?/,
    ],
    [
      'a required field that nothing feeds',
      ['import', file, '--kind=waits', '--source=x'],
      /No column feeds startedAt/,
    ],
    ['no source', ['import', file, '--kind=waits'], /--source <name>/],
    [
      'a source that cannot stand in an address',
      ['import', file, '--kind=waits', '--source=a b'],
      /--source has to be/,
    ],
    [
      'a file that is not there',
      ['import', 'nowhere.csv', '--kind=waits', '--source=x'],
      /There is no file nowhere\.csv/,
    ],
    ['a mapping that is not JSON', ['import', file, '--kind=waits', '--source=x', `--mapping=${file}`], /is not JSON/],
    [
      'a new site of an impossible code',
      ['import', file, ...FFT, '--site=Mill Lane 2'],
      /There is no site Mill Lane 2\. A new one needs a code/,
    ],
    [
      'a dry run for a new site',
      ['import', file, ...FFT, '--site=elsewhere', '--dry-run'],
      /not set up yet, and a dry run sets nothing up/,
    ],
    [
      'a delimiter of two characters',
      ['import', file, ...FFT, '--delimiter=,,'],
      /--delimiter has to be one character/,
    ],
    ['a mistyped command', ['imprt', file], /unknown command 'imprt'/],
    ['a mistyped flag', ['import', file, ...FFT, '--sorce=x'], /unknown option '--sorce/],
  ])('%s', async (_, args, message) => {
    const { status, noted } = await bedside.run(...args);
    expect(noted).toMatch(message);
    expect(noted).not.toMatch(/\n\s+at /);
    expect(status).toBe(1);
  });

  it('an operator who asks to stop is told how to go on', async () => {
    const { status, noted } = await bedside.runStopped('import', file, ...FFT);
    expect(status).toBe(1);
    expect(noted).toContain('run the same command again to go on');
  });
});

it('explains itself', async () => {
  const { status, printed } = await bedside.run('import', '--help');
  expect(status).toBe(0);
  expect(printed).toMatch(/--create-departments[\s\S]*Exit status: 0/);
  expect((await bedside.run('fields', 'reviews')).printed).toMatch(/stars: whole number, 1 to 5\n\s+Stars, 1 to 5\./);
});
