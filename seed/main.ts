import { HELP, UnusableCommandLine, readCommandLine, type CommandLine } from './command-line.ts';
import type { SeedRun } from './sending/feed.ts';
import { FEEDS } from './sending/feeds.ts';
import { barProgress, lineProgress } from './sending/progress.ts';
import { Refused } from './sending/refused.ts';
import { sendNetwork } from './sending/send-network.ts';
import { writeNetwork } from './sending/write-network.ts';
import { UnusableEnd, spanUntil } from './time/span.ts';

const counted = (count: number): string => count.toLocaleString('en');

async function run(command: CommandLine): Promise<string> {
  const network: SeedRun = { span: spanUntil(command.until, Date.now()), scale: command.scale };
  const progress = process.stderr.isTTY
    ? barProgress(FEEDS, process.stderr)
    : lineProgress(FEEDS, (line) => console.error(line), Date.now);
  try {
    if (command.out !== undefined) {
      const rows = await writeNetwork(command.out, FEEDS, network, progress);
      return `${counted(rows)} rows written to ${command.out}`;
    }
    const { read, accepted, updated, unchanged } = await sendNetwork(
      { base: command.url, key: process.env.BEDSIDE_KEY },
      FEEDS,
      network,
      progress,
    );
    return (
      `Demo network sent: ${counted(read)} rows read, ${counted(accepted)} new, ` +
      `${counted(updated)} updated, ${counted(unchanged)} unchanged`
    );
  } finally {
    progress.stop();
  }
}

try {
  const command = readCommandLine(process.argv.slice(2));
  console.log(command.help ? HELP : await run(command));
} catch (error) {
  if (!(error instanceof Refused || error instanceof UnusableCommandLine || error instanceof UnusableEnd)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
