import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { ChainPlace } from '../audit/audit-event.ts';
import { linesOfFile } from '../audit/lines-of-file.ts';
import { readPublicKey } from '../audit/public-key.ts';
import { rememberPlace, rememberedPlace } from '../audit/remembered-places.ts';
import { faultSentence } from '../audit/trail-fault.ts';
import { type ExportReport, verifyExport } from '../audit/verify-export.ts';
import { type TrailReport, verifyTrail } from '../audit/verify-trail.ts';
import type { CommandContext } from './command-context.ts';
import { CommandRefused } from './command-trouble.ts';
import { withThousands } from './text-table.ts';

const HELP = `
Every event carries the hash of the one before it, and the end of the trail is signed with a key that is not in the
database (BEDSIDE_AUDIT_KEY, or audit-key.pem in the data folder). This recomputes all of it. How far it came is kept in
the data folder; the next time, what was there must still be there. What that can and cannot show: docs/audit.md.
Exit status: 0 everything is as it was written, 1 something is not.`;

interface Flags {
  export?: string;
  since?: string;
  publicKey: string[];
  vouch: number[];
  json?: boolean;
}

/** `bedside audit verify`: recomputes the trail, or an export of it, and names the first place that is broken. */
export function auditVerifyCommand(context: CommandContext): Command {
  return new Command('verify')
    .description('recompute the audit trail and name the first place that is not as it was written')
    .option('--export <file>', 'verify this export instead; it needs no database')
    .option('--since <export>', 'insist that the trail still holds what this earlier export ended with')
    .option('--public-key <file>', 'a public key that signs or signed; the one that signs now first', append, [])
    .option('--vouch <seq>', 'an event at which the key changed, and you know why', appendNumber, [])
    .option('--json', 'print the result as JSON')
    .addHelpText('after', HELP)
    .action(async (flags: Flags) => {
      const publicKeys = await Promise.all(flags.publicKey.map(async (path) => readPublicKey(await textOf(path))));
      const report = await (flags.export === undefined
        ? verifyHere(context, flags, publicKeys)
        : verifyFile(flags.export, publicKeys, flags.vouch));
      if (report.fault !== null) context.status = 1;
      context.print(flags.json ? JSON.stringify(report) : told(report));
    });
}

async function verifyHere(
  context: CommandContext,
  { since, vouch }: Flags,
  publicKeys: readonly string[],
): Promise<TrailReport> {
  const { dataFolder } = context;
  const earlier = since === undefined ? null : await verifyFile(since, [], vouch);
  if (earlier !== null && earlier.fault !== null) {
    throw new CommandRefused(`The export ${since} is itself not as it was written. ${faultSentence(earlier.fault)}`);
  }
  return context.onDatabase(async (database, scope) => {
    const { organisationId } = scope;
    const own = database.signer?.publicKey;
    const [publicKey = null, ...earlierKeys] = own === undefined ? publicKeys : [own, ...publicKeys];
    const remembered = await rememberedPlace(dataFolder, organisationId);
    const anchors: ChainPlace[] = [...(remembered === null ? [] : [remembered]), ...(earlier?.places ?? [])];
    const report = await verifyTrail(database, scope, { publicKey, earlierKeys, vouched: vouch, anchors });
    if (report.fault === null && report.upTo !== null) {
      await rememberPlace(dataFolder, organisationId, report.upTo).catch((error: NodeJS.ErrnoException) =>
        context.note(`How far the trail was verified could not be kept in ${dataFolder}: ${error.message}.`),
      );
    }
    return report;
  });
}

async function verifyFile(path: string, publicKeys: readonly string[], vouched: readonly number[]) {
  const [publicKey = null, ...earlierKeys] = publicKeys;
  try {
    return await verifyExport(linesOfFile(path), { publicKey, earlierKeys, vouched });
  } catch (error) {
    throw unreadable(path, error);
  }
}

function told({ events, upTo, signed, fault, ...more }: TrailReport & Partial<ExportReport>): string {
  if (fault !== null) return faultSentence(fault);
  if (upTo === null) return 'The trail holds no event.';
  const key = more.publicKey === undefined ? '' : ` with ${more.publicKey ?? 'no key'}`;
  return [
    `${withThousands(events)} ${events === 1 ? 'event is' : 'events are'} as written, up to event ${upTo.seq} of ${upTo.at}.`,
    `Its hash: ${upTo.hash}`,
    signed ? `Signed${key}.` : UNSIGNED,
  ].join('\n');
}

const UNSIGNED =
  'It is not signed, for there is no key: whoever can write the database could have rewritten all of it. Set BEDSIDE_AUDIT_KEY (docs/audit.md).';

const append = (text: string, earlier: string[]): string[] => [...earlier, text];

function appendNumber(text: string, earlier: number[]): number[] {
  if (!/^\d{1,15}$/.test(text)) throw new CommandRefused('--vouch has to be the number of an event.');
  return [...earlier, Number(text)];
}

function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    throw unreadable(path, error);
  });
}

function unreadable(path: string, error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === undefined ? error : new CommandRefused(`${path} cannot be read: ${message}.`);
}
