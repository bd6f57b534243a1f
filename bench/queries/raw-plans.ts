import type { MetricsQueryDto } from '#contracts/metrics-query.dto.ts';
import { timed } from '../timed.ts';
import type { QueryWorld } from './query-world.ts';
import { type Dialect, rawStatements } from './raw-sql.ts';

/** Facts ordered by what is asked for, with all that is counted beside it: read without the table. */
const COVERING = [
  `create index if not exists bench_answers_by_date on survey_response (responded_on, department_id) include (csat, nps, fft)`,
  `create index if not exists bench_scores_by_date on survey_response (responded_on) include (scores, department_id)`,
  `create index if not exists bench_answers_by_department on survey_response (department_id, responded_on) include (csat, nps)`,
  `create index if not exists bench_waits_by_date on wait (started_on, department_id) include (wait_minutes, kind, outcome)`,
  `create index if not exists bench_waits_by_length on wait (department_id, wait_minutes) include (started_on, kind, outcome)
    where kind = 1 and outcome = 1`,
];

/** Ways in which Postgres may go about a statement; what it can do at all, it does in one of them. */
type Settings = Readonly<Record<string, string>>;
const SCANS: readonly Settings[] = [
  {},
  { enable_seqscan: 'off' },
  { enable_seqscan: 'off', enable_sort: 'off' },
  { enable_indexonlyscan: 'off', enable_indexscan: 'off', enable_bitmapscan: 'off' },
];
const WAYS: readonly Settings[] = ['0', '4'].flatMap((workers) =>
  SCANS.map((scans) => ({ max_parallel_workers_per_gather: workers, ...scans })),
);
const USUAL: Settings = {
  work_mem: '512MB',
  parallel_setup_cost: '0',
  parallel_tuple_cost: '0',
  min_parallel_table_scan_size: '0',
  min_parallel_index_scan_size: '0',
};

/** What is asked, straight from the facts, by the owner and each statement by the quickest plan that was found. */
export interface RawPlans {
  seconds(): Promise<number>;
}

interface Planned {
  text: string;
  way: Settings;
}

/** Builds the indexes that the raw plans are allowed and the application does not have. */
export async function buildCovering({
  owner,
  note,
}: Pick<QueryWorld, 'owner'> & { note(text: string): void }): Promise<void> {
  const seconds = await timed(async () => {
    await owner.query(`set maintenance_work_mem = '512MB'`);
    for (const index of COVERING) await owner.query(index);
    await owner.query('vacuum (analyze) survey_response, wait');
  });
  note(`covering indexes took ${Math.round(seconds)} s`);
}

/** Tries every way with each statement and keeps the quickest; only one way where it has to be quick. */
export async function bestRawPlans(
  world: QueryWorld,
  questions: readonly MetricsQueryDto[],
  { quick, note }: { quick: boolean; note(text: string): void },
): Promise<RawPlans> {
  const dialect = dialectOf(world);
  const planned: Planned[] = [];
  for (const text of questions.flatMap((question) => rawStatements(question, dialect))) {
    const tried: { way: Settings; seconds: number }[] = [];
    for (const way of quick ? WAYS.slice(0, 1) : WAYS) tried.push({ way, seconds: await run(world, { text, way }) });
    const [best] = tried.sort((a, b) => a.seconds - b.seconds);
    if (best === undefined) continue;
    const settings = Object.entries(best.way).map(([name, value]) => `${name}=${value}`);
    note(`raw, ${Math.round(best.seconds * 1000)} ms with ${settings.join(' ')}: ${text.replace(/\s+/g, ' ')}`);
    planned.push({ text, way: best.way });
  }
  return {
    async seconds() {
      let sum = 0;
      for (const one of planned) sum += await run(world, one);
      return sum;
    },
  };
}

async function run({ owner }: QueryWorld, { text, way }: Planned): Promise<number> {
  const settings = Object.entries({ ...USUAL, ...way }).map(([name, value]) => `set ${name} = '${value}'`);
  await owner.query(settings.join('; '));
  const seconds = await timed(() => owner.query(text));
  await owner.query([...Object.keys(USUAL), ...Object.keys(way)].map((name) => `reset ${name}`).join('; '));
  return seconds;
}

const dialectOf = ({ departments }: QueryWorld): Dialect => ({
  site: { column: 'd.site_id', join: 'join department d on d.id = f.department_id' },
  score: (slot) => `scores[${slot}]`,
  percentiles: (column, shares) => `percentile_cont(array[${shares.join(', ')}]) within group (order by ${column})`,
  department: (code) => `'${departments.find((one) => one.code === code)?.id ?? ''}'`,
});
