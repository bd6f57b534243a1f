import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** The shell is the same engine without windows, which take half of its time. */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const ELSEWHERE = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/snap/bin/chromium'];

/** Nothing of ours needs a graphics card, and pretending to have one costs more than doing without. */
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-software-rasterizer'];

/** A headless Chromium: the machine's own, else the one that comes inside npm. */
export async function openBrowser(): Promise<Browser> {
  const found = installed();
  if (found !== undefined) return chromium.launch({ executablePath: found, args: ARGUMENTS });
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packaged.executablePath(), args: packaged.args });
}

function installed(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...ELSEWHERE].find((path) =>
    existsSync(path),
  );
}
