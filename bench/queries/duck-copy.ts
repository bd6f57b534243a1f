import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { MetricsQueryDto } from '#contracts/metrics-query.dto.ts';
import { JOURNEY_CODES } from '#domain/touchpoint.ts';
import type { QueryWorld } from './query-world.ts';
import { type Dialect, rawStatements } from './raw-sql.ts';

/** The same facts in DuckDB, within this process: only the columns that are asked for, departments and sites as numbers. */
export interface DuckCopy {
  /** Answers, read to the last row. */
  ask(questions: readonly MetricsQueryDto[]): Promise<void>;
  close(): void;
}

const SCORES = JOURNEY_CODES.map((_, index) => `s${index + 1}`);

export async function openDuckCopy(world: QueryWorld): Promise<DuckCopy> {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '4GB' });
  const connection = await instance.connect();
  const take = async (table: string, columns: string, selected: string): Promise<void> => {
    const path = join(world.filesFolder, `${table}.csv`);
    await world.owner.query(`copy (select ${selected}) to '${path}' (format csv)`);
    await connection.run(
      `create table ${table} as select * from read_csv('${path}', header = false, columns = {${columns}})`,
    );
    await rm(path);
  };
  const { numberOf, siteOf } = numbersIn(world);
  await take(
    'survey_response',
    `responded_on: 'DATE', department_id: 'UTINYINT', site: 'UTINYINT', csat: 'TINYINT', nps: 'TINYINT', fft: 'TINYINT',
     ${SCORES.map((name) => `${name}: 'TINYINT'`).join(', ')}`,
    `responded_on, ${numberOf}, ${siteOf}, csat, nps, fft, ${SCORES.map((_, index) => `scores[${index + 1}]`).join(', ')}
     from survey_response f join unnest($$${idsOf(world)}$$::uuid[]) with ordinality as n (id, place) on n.id = f.department_id
     order by responded_on`,
  );
  await take(
    'wait',
    `started_on: 'DATE', department_id: 'UTINYINT', site: 'UTINYINT', kind: 'TINYINT', outcome: 'TINYINT', wait_minutes: 'DOUBLE'`,
    `started_on, ${numberOf}, ${siteOf}, kind, outcome, wait_minutes
     from wait f join unnest($$${idsOf(world)}$$::uuid[]) with ordinality as n (id, place) on n.id = f.department_id
     order by started_on`,
  );
  const dialect = dialectOf(world);
  return {
    async ask(questions) {
      for (const text of questions.flatMap((question) => rawStatements(question, dialect))) {
        (await connection.runAndReadAll(text)).getRows();
      }
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

const idsOf = ({ departments }: QueryWorld): string => `{${departments.map(({ id }) => id).join(',')}}`;

/** Seven departments a site, in order. */
const numbersIn = ({ departments }: QueryWorld) => ({
  numberOf: 'n.place',
  siteOf: `(n.place - 1) / ${departments.length / 2}`,
});

const dialectOf = ({ departments }: QueryWorld): Dialect => ({
  site: { column: 'site', join: '' },
  score: (slot) => `s${slot}`,
  percentiles: (column, shares) => `quantile_cont(${column}, [${shares.join(', ')}])`,
  department: (code) => String(departments.findIndex((one) => one.code === code) + 1),
});
