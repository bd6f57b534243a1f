import { describe, expect, it } from '@jest/globals';
import { UnusableCommandLine, readCommandLine } from './command-line.ts';

describe('the command line', () => {
  it('sends everything to the address of npm start unless told otherwise', () => {
    const { url, ...rest } = readCommandLine([]);
    expect(url.href).toBe('http://127.0.0.1:3000/');
    expect(rest).toEqual({ until: undefined, scale: 1, out: undefined, help: false });
  });

  it('keeps a path that Bedside is served under', () => {
    expect(readCommandLine(['--url', 'https://example.com/bedside']).url.href).toBe('https://example.com/bedside/');
  });

  it('reads the last day, the scale and the folder', () => {
    const { until, scale, out } = readCommandLine(['--until', '2026-11-15', '--scale', '0.01', '--out', 'rows']);
    expect({ until, scale, out }).toEqual({ until: '2026-11-15', scale: 0.01, out: 'rows' });
  });

  it.each([
    [['--url', 'localhost'], '--url must be an address'],
    [['--url', 'ftp://example.com'], '--url must be an address'],
    [['--scale', '0'], '--scale must be a number above 0'],
    [['--scale', '2'], '--scale must be a number above 0'],
    [['--scale', 'all'], '--scale must be a number above 0'],
    [['--speed', '9'], '--help'],
    [['today'], '--help'],
  ])('refuses %j', (args, why) => {
    expect(() => readCommandLine(args)).toThrow(UnusableCommandLine);
    expect(() => readCommandLine(args)).toThrow(why);
  });
});
