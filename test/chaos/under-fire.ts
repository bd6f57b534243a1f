import { pause, startInstallation, type Victim, VICTIMS } from './installation.ts';
import { startFileSender } from './file-sender.ts';
import { differencesFrom, differencesOfFiles } from './judge.ts';
import { randomFrom } from '../random.ts';
import { setUp } from './set-up.ts';
import { startSender } from './sender.ts';

export interface FireOptions {
  kills: number;
  seed: number;
  /** Hears what happens, a line at a time. */
  say?: (line: string) => void;
}

/** What became of an installation whose parts were killed while rows came in. */
export interface FireReport {
  kills: Record<Victim, number>;
  /** Rows, corrections and erasures that were acknowledged. */
  acknowledged: number;
  /** Files whose rows came in as a whole. */
  files: number;
  /** What was acknowledged and is not so, or is so and never was sent. */
  differences: string[];
  /** Cells that differ from a recount. */
  cells: unknown[];
}

const SENDERS = 3;
/** Time to do harm in, after the first rows went in again. */
const QUIET_AT_MOST_MS = 300;

/** Kills parts of a Bedside at random moments of ingest, and compares after each what is stored with what was acknowledged. */
export async function ingestUnderFire({ kills, seed, say = () => undefined }: FireOptions): Promise<FireReport> {
  const below = randomFrom(seed);
  const installation = await startInstallation();
  const report: FireReport = {
    kills: { api: 0, worker: 0, postgres: 0 },
    acknowledged: 0,
    files: 0,
    differences: [],
    cells: [],
  };
  try {
    const headers = await setUp(installation);
    const senders = Array.from({ length: SENDERS }, (_, nth) =>
      startSender({
        ...{ url: installation.url, headers, source: `sender-${nth}` },
        below: randomFrom(seed + 1 + nth),
      }),
    );
    const files = startFileSender({ url: installation.url, headers, below: randomFrom(seed + 1_000) });
    const acknowledged = (): number => senders.reduce((sum, sender) => sum + sender.acknowledged(), 0);
    for (let killed = 0; killed < kills;) {
      const before = acknowledged();
      while (acknowledged() === before) await pause(10);
      await pause(below(QUIET_AT_MOST_MS));
      const victims = someOf(VICTIMS, Math.min(1 + below(2), kills - killed), below);
      for (const victim of victims) {
        await installation.kill(victim);
        report.kills[victim] += 1;
        killed += 1;
      }
      await Promise.all([installation.ready(), ...senders.map((sender) => sender.hold())]);
      const found = [
        ...(await differencesFrom(installation.ownerUrl, senders)),
        ...(await differencesOfFiles(installation.ownerUrl, files)),
      ];
      for (const sender of senders) sender.goOn();
      report.differences.push(...found);
      say(`${killed}/${kills} killed ${victims.join(' and ')}; ${acknowledged()} acknowledged; ${found.length} differ`);
      if (found.length > 0) break;
    }
    await Promise.all([...senders, files].map((sender) => sender.finish()));
    report.differences.push(
      ...(await differencesFrom(installation.ownerUrl, senders)),
      ...(await differencesOfFiles(installation.ownerUrl, files)),
    );
    report.cells = await installation.verify();
    report.acknowledged = acknowledged();
    report.files = files.imported().length;
    return report;
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${installation.lastWords()}`, { cause: error });
  } finally {
    await installation.stop();
  }
}

/** So many of them, each once, in any order. */
function someOf<One>(all: readonly One[], count: number, below: (limit: number) => number): One[] {
  const left = [...all];
  return Array.from({ length: count }, () => left.splice(below(left.length), 1)).flat();
}
