import { shownName } from './file-names.ts';

/** Why a file of the watched folder does not come in by itself. */
export type WaitsFor = 'mapping' | 'room';

/** A file of the watched folder that waits for somebody to do something. */
export interface HeldUpFile {
  source: string;
  name: string;
  path: string;
  bytes: number;
  /** When it was written last. */
  changedMs: number;
  waitsFor: WaitsFor;
}

/** What the last look at the watched folder found waiting, to be told to people. */
export class HeldUpFiles {
  private told: readonly HeldUpFile[] = [];
  private found: HeldUpFile[] = [];

  add(file: HeldUpFile): void {
    this.found.push(file);
  }

  /** The look is over: what it found is what is told from now on. */
  lookedThrough(): void {
    this.told = this.found;
    this.found = [];
  }

  all(): readonly HeldUpFile[] {
    return this.told;
  }

  /** The file that is shown by this name. */
  find(source: string, name: string): HeldUpFile | undefined {
    return this.told.find((file) => file.source === source && shownName(file.name) === name);
  }
}
