import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import { Sessions } from '../../apps/api/src/access/sessions.ts';
import { Clock } from '../../apps/api/src/clock/clock.ts';
import { Database } from '../../apps/api/src/database/database.ts';
import { ensureSource } from '../../apps/api/src/facts/source.ts';
import { MetricsService } from '../../apps/api/src/metrics/metrics.service.ts';
import { type BenchWorld, openBenchWorld } from '../ingest/bench-world.ts';
import { DEPARTMENTS } from '../ingest/hospital.ts';
import { loadCells, verifyCells } from './load-cells.ts';
import { loadFacts } from './load-facts.ts';
import { NOW } from './loaded-dates.ts';

/** A Bedside with two years of answers and waits, on the Monday after them. */
export interface QueryWorld extends BenchWorld {
  rows: number;
  database: Database;
  metrics: MetricsService;
  /** The header somebody's browser sends who may read every number. */
  cookie: string;
  departments: readonly Department[];
}

export interface Department {
  id: string;
  code: string;
  siteId: string;
}

interface Place {
  rows: number;
  /** Where it stays; left out, it goes when it is closed. */
  folder?: string;
  note(text: string): void;
}

/** Facts, their indexes and those of the best raw plans, and what sorting them takes meanwhile. */
const BYTES_A_ROW = 1_200;

/** Opens it loaded; a folder that holds as many rows already is taken as it is. */
export async function openQueryWorld({ rows, folder, note }: Place): Promise<QueryWorld> {
  const place = folder === undefined ? undefined : join(folder, `of-${rows}`);
  if (place === undefined || !existsSync(place)) await refuseIfFull(folder ?? tmpdir(), rows);
  const world = await openBenchWorld(place);
  try {
    const database = world.app.get(Database);
    world.app.get(Clock).now = () => NOW;
    const departments = await departmentsOf(world);
    await loadUnlessThere({ ...world, rows, database, departments, note });
    return {
      ...world,
      rows,
      database,
      departments,
      metrics: world.app.get(MetricsService),
      cookie: await signIn(world),
    };
  } catch (error) {
    await world.close();
    throw error;
  }
}

async function refuseIfFull(folder: string, rows: number): Promise<void> {
  const { bavail, bsize } = await statfs(existsSync(folder) ? folder : tmpdir());
  const needed = rows * BYTES_A_ROW;
  if (bavail * bsize < needed) {
    throw new Error(`${folder} has too little room: ${rows} rows take about ${Math.ceil(needed / 1e9)} GB`);
  }
}

type Loading = Omit<QueryWorld, 'metrics' | 'cookie'> & Pick<Place, 'note'>;

async function loadUnlessThere({ rows, owner, database, departments, note }: Loading): Promise<void> {
  const timed = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    const begun = Date.now();
    await work();
    note(`${rows} rows: ${what} took ${Math.round((Date.now() - begun) / 1000)} s`);
  };
  await owner.query('create table if not exists bench_loaded (rows int not null)');
  const loaded = await owner.query('select rows from bench_loaded');
  if (loaded.rowCount !== 0) {
    note(`${rows} rows: taken as they were left`);
    return;
  }
  await owner.query('truncate survey_response, wait, survey_response_cell, wait_cell, source_arrival, source_week');
  const sourceId = await database.inScope(HOME_SCOPE, (transaction) => ensureSource(transaction, 'bench'));
  const departmentIds = departments.map(({ id }) => id);
  await timed('writing facts', () => loadFacts(owner, { rows, sourceId, departmentIds }));
  await timed('counting cells', () => loadCells(database));
  await owner.query('vacuum (analyze)');
  await timed('verifying', () => verifyCells(database));
  await owner.query('insert into bench_loaded values ($1)', [rows]);
}

async function departmentsOf({ owner }: BenchWorld): Promise<Department[]> {
  const { rows } = await owner.query('select id, code, site_id as "siteId" from department');
  const known = new Map((rows as Department[]).map((row) => [row.code, row]));
  return DEPARTMENTS.flatMap(({ code }) => known.get(code) ?? []);
}

async function signIn({ app }: BenchWorld): Promise<string> {
  const token = await app.get(Database).inScope(HOME_SCOPE, async (transaction) => {
    const accountId = randomUUID();
    await transaction.query(
      'insert into account (organisation_id, id, email, name, role, departments) values ($1, $2, $3, $4, $5, $6)',
      [HOME_SCOPE.organisationId, accountId, `${accountId}@bench.example`, 'Bench', 'administrator', []],
    );
    return (await app.get(Sessions).open(transaction, accountId, { address: null, agent: null })).token;
  });
  return `bedside_session=${token}`;
}
