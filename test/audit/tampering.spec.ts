import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newAuditKeyPem, readAuditKey } from '../../apps/api/src/audit/audit-key.ts';
import type { StoredEvent } from '../../apps/api/src/audit/audit-event.ts';
import { exportTrail } from '../../apps/api/src/audit/export-trail.ts';
import { TrailCheck } from '../../apps/api/src/audit/trail-check.ts';
import type { TrailFault } from '../../apps/api/src/audit/trail-fault.ts';
import { verifyExport } from '../../apps/api/src/audit/verify-export.ts';
import { verifyTrail } from '../../apps/api/src/audit/verify-trail.ts';
import { wholeOf } from '../../apps/api/src/access/access.ts';
import { Database } from '../../apps/api/src/database/database.ts';
import { applicationDataSource } from '../../apps/api/src/database/data-source.ts';
import { openTestDatabase, type TestDatabase } from '../postgres/test-database.ts';
import { chainOf, rechained } from './chain.ts';
import { linesOf } from './lines.ts';
import { COLUMNS, openOwner, type Owner } from './owner.ts';
import { randomFrom } from '../random.ts';
import { editColumn, tampered, TAMPERINGS } from './tampering.ts';

const ORGANISATION = randomUUID();
const SCOPE = wholeOf(ORGANISATION);
const KEY = readAuditKey(newAuditKeyPem());
const KNOWN = { publicKey: KEY.publicKey, earlierKeys: [], vouched: [] };

describe('events held in memory', () => {
  const chain = chainOf(ORGANISATION, 2_000);

  function faultIn(events: readonly StoredEvent[]): TrailFault | null {
    const check = new TrailCheck(KNOWN);
    for (const event of events) {
      const fault = check.take(event);
      if (fault !== null) return fault;
    }
    return check.end.hash === chain.at(-1)?.hash ? null : { seq: check.end.seq, fault: 'head-elsewhere' };
  }

  it('are a chain as they were written', () => {
    expect(faultIn(chain)).toBeNull();
  });

  it('tell every tampering, at a thousand random places, and no later than the place itself', () => {
    const random = randomFrom(20_261_122);
    for (let round = 0; round < 1_000; round += 1) {
      const { events, place, what } = tampered(chain, random);
      const fault = faultIn(events);
      expect({ what, found: fault !== null && fault.seq <= place + 1 }).toEqual({ what, found: true });
    }
  });
});

describe('the table in the hands of its owner', () => {
  let testDatabase: TestDatabase;
  let owner: Owner;
  let close: () => Promise<void>;
  let database: Database;
  const chain = chainOf(ORGANISATION, 300);

  beforeAll(async () => {
    testDatabase = await openTestDatabase();
    owner = await openOwner(testDatabase.address.ownerUrl);
    const dataSource = await applicationDataSource(testDatabase.address).initialize();
    close = () => dataSource.destroy();
    database = new Database(dataSource, KEY);
    await restore();
  });

  afterAll(async () => {
    await close();
    await owner.close();
    await testDatabase.close();
  });

  async function restore(events: readonly StoredEvent[] = chain): Promise<void> {
    await owner.client.query('truncate audit_event');
    await owner.write(events);
    await owner.setHead(ORGANISATION, chain.at(-1), KEY);
  }

  const fault = async (known = KNOWN) => (await verifyTrail(database, SCOPE, known)).fault;

  it('holds the trail as it was written', async () => {
    const last = chain.at(-1);
    expect(await verifyTrail(database, SCOPE, KNOWN)).toEqual({
      events: 300,
      upTo: { seq: 300, hash: last?.hash, at: last?.at },
      signed: true,
      keyChanges: [],
      fault: null,
    });
  });

  it('has no column that could be edited unnoticed', async () => {
    const { rows } = await owner.client.query<{ name: string; type: string }>(
      `select column_name as name, udt_name as type from information_schema.columns where table_name = 'audit_event'`,
    );
    expect(rows.map(({ name }) => name).toSorted()).toEqual([...COLUMNS].toSorted());
    for (const { name, type } of rows) {
      const seq = (30 * (rows.findIndex((row) => row.name === name) + 1)) % 300 || 3;
      await owner.client.query(editColumn(name, type), [seq]);
      expect({ name, fault: await fault() }).toEqual({
        name,
        fault: expect.objectContaining({ seq: expect.any(Number) }),
      });
      await restore();
    }
  });

  it('shows whatever else was done to it, wherever', async () => {
    const random = randomFrom(7);
    for (let round = 0; round < 60; round += 1) {
      const { events, what } = tampered(chain, random);
      // One number can be there but once; what doubles an event is refused by the table itself.
      const kept = [...new Map(events.map((event) => [event.seq, event])).values()];
      await restore(kept);
      expect({ what, found: (await fault()) !== null || kept.length < events.length }).toEqual({ what, found: true });
    }
    expect(new Set(TAMPERINGS).size).toBe(TAMPERINGS.length);
    await restore();
  });

  it('shows the work of somebody who rewrote all of it without a flaw, but has no key', async () => {
    const forged = rechained(chain.map((event) => ({ ...event, actor: { ...event.actor, name: 'Nobody' } })));
    await restore(forged);
    const last = forged.at(-1);
    for (const signature of [undefined, Buffer.alloc(64), readAuditKey(newAuditKeyPem())]) {
      await owner.setHead(ORGANISATION, last, signature);
      expect(await fault()).toEqual({ seq: 300, fault: signature === undefined ? 'head-unsigned' : 'head-forged' });
    }
    const genuine = KEY.sign('something else');
    await owner.setHead(ORGANISATION, last, genuine);
    expect(await fault()).toEqual({ seq: 300, fault: 'head-forged' });
    await restore();
  });

  it('shows that its end was cut off, with the signature that stood there or with none', async () => {
    await owner.client.query('delete from audit_event where seq > 250');
    expect(await fault()).toEqual({ seq: 251, fault: 'missing' });
    await owner.client.query(
      'update audit_head set (seq, hash) = (select seq, hash from audit_event order by seq desc limit 1)',
    );
    expect(await fault()).toEqual({ seq: 250, fault: 'head-forged' });
    await owner.client.query('delete from audit_head');
    expect(await fault()).toEqual({ seq: 250, fault: 'no-head' });
    await restore();
  });

  it('shows even a genuine earlier end, or nothing at all, to who remembers a later one', async () => {
    const anchors = [{ seq: 300, hash: chain.at(-1)?.hash ?? '' }];
    await owner.client.query('delete from audit_event where seq > 250');
    await owner.setHead(ORGANISATION, chain[249], KEY);
    expect(await fault()).toBeNull();
    expect((await verifyTrail(database, SCOPE, { ...KNOWN, anchors })).fault).toEqual({ seq: 251, fault: 'cut' });
    await owner.client.query('truncate audit_event, audit_head');
    expect((await verifyTrail(database, SCOPE, { ...KNOWN, anchors })).fault).toEqual({ seq: 1, fault: 'cut' });
    await restore();
  });

  it('is exported in lines that show every tampering, at a thousand random places', async () => {
    const genuine = await linesOf(exportTrail(database, SCOPE, {}, '2026-11-22T08:00:00.000Z'));
    expect((await verifyExport(each(genuine), KNOWN)).fault).toBeNull();
    const random = randomFrom(99);
    for (let round = 0; round < 1_000; round += 1) {
      const at = random(genuine.length);
      const lines = [...genuine];
      const what = (['edit', 'delete', 'swap', 'double', 'cut'] as const)[random(5)];
      const line = lines[at] ?? '';
      if (what === 'edit') lines[at] = withOtherCharacter(line, random(line.length));
      if (what === 'delete') lines.splice(at, 1);
      if (what === 'swap') [lines[at], lines[(at + 1) % lines.length]] = [lines[(at + 1) % lines.length] ?? '', line];
      if (what === 'double') lines.splice(at, 0, line);
      if (what === 'cut') lines.length = at;
      const report = await verifyExport(each(lines), KNOWN);
      expect({ what, at, found: report.fault !== null }).toEqual({ what, at, found: true });
    }
  });

  it('is not signed anew by an export of what was tampered with, be it outside of the span asked for', async () => {
    await owner.client.query(`update audit_event set actor_name = 'Nobody' where seq = 250`);
    const lines = await linesOf(exportTrail(database, SCOPE, { to: chain[99]?.at }, '2026-11-22T08:00:00.000Z'));
    expect(lines).toHaveLength(1 + 99 + 1);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ signature: null, fault: { seq: 250, fault: 'changed' } });
    await restore();
  });
});

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

/** One character replaced by another; inside a JSON text that may be all that changes. */
function withOtherCharacter(line: string, at: number): string {
  return `${line.slice(0, at)}${line[at] === '0' ? '1' : '0'}${line.slice(at + 1)}`;
}
