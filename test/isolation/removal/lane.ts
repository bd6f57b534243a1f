import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Removal } from './removals.ts';

/** A copy of the sources in which walls are taken down and tests run; the tree itself is never touched. */
export interface Lane {
  root: string;
  /** Every source file of the copy. */
  files: string[];
  /** Takes parts out, runs a spec, and puts them back; true when the spec is green. */
  isGreen(removals: readonly Removal[], spec: string): Promise<boolean>;
  close(): void;
}

const RUN_WITHIN_MS = 180_000;

export function openLane(home: string): Lane {
  const root = mkdtempSync(join(tmpdir(), 'bedside-walls-'));
  const listed = execFileSync('git', ['ls-files', '-c', '-o', '--exclude-standard'], { cwd: home, encoding: 'utf8' });
  const files = listed.split('\n').filter((file) => file !== '' && existsSync(join(home, file)));
  for (const file of files) {
    mkdirSync(join(root, dirname(file)), { recursive: true });
    cpSync(join(home, file), join(root, file));
  }
  symlinkSync(join(home, 'node_modules'), join(root, 'node_modules'));
  return {
    root,
    files,
    isGreen: async (removals, spec) => {
      const texts = new Map<string, string>();
      for (const { file } of removals) texts.set(file, readFileSync(join(root, file), 'utf8'));
      for (const [file, text] of texts) {
        writeFileSync(
          join(root, file),
          without(
            text,
            removals.filter((one) => one.file === file),
          ),
        );
      }
      try {
        return await runs(root, spec);
      } finally {
        for (const [file, text] of texts) writeFileSync(join(root, file), text);
      }
    },
    close: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** From the end to the start, so that the places of the others stay right. */
function without(text: string, removals: readonly Removal[]): string {
  return [...removals]
    .sort((a, b) => b.from - a.from)
    .reduce((rest, { from, to, instead }) => rest.slice(0, from) + instead + rest.slice(to), text);
}

function runs(cwd: string, spec: string): Promise<boolean> {
  const jest = [
    '--experimental-vm-modules',
    'node_modules/jest/bin/jest.js',
    '--forceExit',
    '--silent',
    '--maxWorkers=1',
    spec,
  ];
  return new Promise((done) => {
    execFile(process.execPath, jest, { cwd, timeout: RUN_WITHIN_MS, killSignal: 'SIGKILL' }, (error) =>
      done(error === null),
    );
  });
}
