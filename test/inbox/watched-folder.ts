import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, jest } from '@jest/globals';
import type { ImportState, WayIn } from '#contracts/imports.dto.ts';
import { HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import { Clock } from '../../apps/api/src/clock/clock.ts';
import { Database } from '../../apps/api/src/database/database.ts';
import { verifyRollups } from '../../apps/api/src/facts/verify.ts';
import { CopyFile } from '../../apps/api/src/inbox/copy-file.ts';
import { Inbox } from '../../apps/api/src/inbox/inbox.ts';
import { Jobs } from '../../apps/api/src/jobs/jobs.ts';
import { UploadFolder } from '../../apps/api/src/uploads/upload-folder.ts';
import { openTestApp, type TestApp } from '../app/test-app.ts';
import { setUpOrganisation } from '../ingest/lakeside.ts';

const HEADER = 'id,when,ward,stars';

/** How the files of these tests are read. */
export const MAPPING = {
  kind: 'survey-responses',
  mapping: { columns: { id: 'externalId', when: 'respondedAt', ward: 'department', stars: 'csat' } },
};

/** A file with the answers of so many patients. */
export const linesOf = (from: number, to: number, word = 'ward-4b'): string =>
  [
    HEADER,
    ...Array.from({ length: to - from }, (_, at) => `${from + at},2026-10-01 09:00,${word},${(at % 5) + 1}`),
  ].join('\n');

/** Names without the id that tells files of one name apart. */
export const behind = (names: readonly string[]): string[] =>
  names.map((name) => name.replace(/^[0-9a-f]{8}-/, '')).sort();

interface FoundImport {
  id: string;
  way: WayIn;
  state: ImportState;
  name: string;
  accepted: number;
  unchanged: number;
  quarantined: number;
}

/** A watched folder, with a folder in it for the source of each test; its clock only goes on when it is looked into. */
export class WatchedFolder {
  source = '';
  folder = '';
  private now = Date.parse('2026-11-02T00:00:00Z');
  private nth = 0;

  private constructor(
    readonly app: TestApp,
    readonly inbox: string,
  ) {}

  static async open(): Promise<WatchedFolder> {
    const inbox = await mkdtemp(join(tmpdir(), 'bedside-inbox-'));
    const app = await openTestApp({ inboxFolder: inbox, worker: true });
    await setUpOrganisation(app);
    return new WatchedFolder(app, inbox);
  }

  /** A folder and a source of its own, before each test. */
  async begin(): Promise<void> {
    this.nth += 1;
    this.source = `folder-${this.nth}`;
    this.folder = join(this.inbox, this.source);
    await mkdir(this.folder);
    jest.spyOn(this.app.app.get(Clock), 'now').mockImplementation(() => this.now);
  }

  /** After each test: whatever it did, the numbers are those of the rows. */
  async end(): Promise<void> {
    jest.restoreAllMocks();
    await rm(this.folder, { recursive: true, force: true });
    expect(await verifyRollups(this.app.database, HOME_SCOPE)).toEqual([]);
  }

  async close(): Promise<void> {
    await this.app.close();
    await rm(this.inbox, { recursive: true, force: true });
  }

  get watcher(): Inbox {
    return this.app.app.get(Inbox);
  }

  /** Another process that watches the same folder. */
  anotherWatcher(): Inbox {
    const { app } = this.app;
    return new Inbox(
      app.get(Database),
      app.get(Clock),
      app.get(Jobs),
      app.get(UploadFolder),
      app.get(CopyFile),
      this.inbox,
    );
  }

  pass(milliseconds: number): void {
    this.now += milliseconds;
  }

  /** Looks twice, with so much time between that whatever lies still is taken. */
  async look(): Promise<void> {
    await this.watcher.round();
    this.pass(4_000);
    await this.watcher.round();
  }

  /** Looks until every taken file is where people find it. */
  async settled(): Promise<void> {
    await this.look();
    for (let tries = 0; (await this.taken()).length > 0; tries += 1) {
      if (tries === 200) throw new Error('a file is still being taken in');
      await setTimeout(100);
      await this.watcher.round();
    }
  }

  put(name: string, text: string): Promise<void> {
    return writeFile(join(this.folder, name), text);
  }

  mapped(): Promise<void> {
    return this.put('mapping.json', JSON.stringify(MAPPING));
  }

  async listed(into: string): Promise<string[]> {
    return (await readdir(join(this.folder, into)).catch(() => [])).sort();
  }

  taken(): Promise<string[]> {
    return this.listed('.taken');
  }

  /** The text beside a file that has been accounted for. */
  async told(into: string): Promise<string> {
    const [text] = (await this.listed(into)).filter((name) => name.endsWith('.txt'));
    return readFile(join(this.folder, into, text ?? ''), 'utf8');
  }

  imports(): Promise<FoundImport[]> {
    return this.app.database.inScope(HOME_SCOPE, ({ query }) =>
      query<FoundImport>(
        `select i.id, i.way, i.state, i.name, i.accepted, i.unchanged, i.quarantined from import i
         join source s on s.organisation_id = i.organisation_id and s.id = i.source_id
         where s.code = $1 order by i.started_at, i.id`,
        [this.source],
      ),
    );
  }

  /** How many answers of this source there are. */
  async facts(): Promise<number> {
    const [found] = await this.app.database.inScope(HOME_SCOPE, ({ query }) =>
      query<{ n: number }>(
        `select count(*)::int as n from survey_response f join source s on s.organisation_id = f.organisation_id
         and s.id = f.source_id where s.code = $1`,
        [this.source],
      ),
    );
    return found?.n ?? 0;
  }
}
