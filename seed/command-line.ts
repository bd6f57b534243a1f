import { parseArgs } from 'node:util';

export const HELP = `Sends the demo network "Lakeside Health" to a running Bedside, through ingest like any other data.

  --url URL      where Bedside answers (http://127.0.0.1:3000)
  --until DATE   the last day of the network, such as 2026-11-15 (today)
  --scale SHARE  how much of the usual volume, above 0 and at most 1 (1)
  --out FOLDER   write NDJSON files there instead of sending anything
  --help         this text

BEDSIDE_KEY holds the key that lets it in; npm start gives it the one it needs.

The same last day gives the same rows, and rows already there stay as they are.`;

export interface CommandLine {
  url: URL;
  until: string | undefined;
  scale: number;
  out: string | undefined;
  help: boolean;
}

/** A command line that cannot be followed; its message says what to write instead. */
export class UnusableCommandLine extends Error {}

export function readCommandLine(args: readonly string[]): CommandLine {
  const { url, until, scale, out, help } = valuesOf(args);
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new UnusableCommandLine(`--url must be an address such as http://127.0.0.1:3000, not "${url}"`);
  }
  const share = Number(scale);
  if (!(share > 0 && share <= 1)) {
    throw new UnusableCommandLine(`--scale must be a number above 0 and at most 1, not "${scale}"`);
  }
  return { url: new URL(url.endsWith('/') ? url : `${url}/`), until, scale: share, out, help };
}

function valuesOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        url: { type: 'string', default: 'http://127.0.0.1:3000' },
        until: { type: 'string' },
        scale: { type: 'string', default: '1' },
        out: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UnusableCommandLine(`${(error as Error).message} (--help lists what can be given)`);
  }
}
