import { type Measured, measuredOf } from '../measured.ts';
import { pairsOf } from '../ingest/measurement.ts';
import { ASKED, type Asked } from './asked.ts';
import { appSeconds, meanSeconds } from './app-seconds.ts';
import { openBareServer } from './bare-server.ts';
import { openDuckCopy } from './duck-copy.ts';
import { percentileErrors } from './percentile-error.ts';
import type { QueryWorld } from './query-world.ts';
import { bestRawPlans, buildCovering } from './raw-plans.ts';
import { requestRate } from './request-rate.ts';

/** All rows, and a tenth of them, beside each other. */
export interface QuerySetting {
  large: QueryWorld;
  small: QueryWorld;
  pairs: number;
  /** True to do each thing as seldom as it can be done, so that it is only seen to run. */
  quick: boolean;
  note(text: string): void;
}

export interface QueryMeasurement {
  name: string;
  run(setting: QuerySetting): AsyncGenerator<Measured>;
}

const timesOf = ({ quick }: QuerySetting): number => (quick ? 1 : 5);
const requestsOf = ({ quick }: QuerySetting): number => (quick ? 20 : 200);
const line = (name: string, goal: number, better: 'lower' | 'higher') => ({ bench: 'queries', name, goal, better });

/** How many times quicker than the best plans over the facts themselves, at all rows. */
const OVER_RAW: QueryMeasurement = {
  name: 'over-raw',
  async *run(setting) {
    const { large, pairs, quick, note } = setting;
    await buildCovering({ ...large, note });
    for (const { name, questions } of ASKED) {
      const raw = await bestRawPlans(large, questions, { quick, note });
      const ratios = await pairsOf(
        pairs,
        async () => (await raw.seconds()) / (await told(large, { name, questions }, setting)),
      );
      yield measuredOf(line(`${name}-over-raw`, 100, 'higher'), ratios);
    }
  },
};

/** How many times quicker than DuckDB in this process, at all rows and at a tenth. */
const OVER_DUCKDB: QueryMeasurement = {
  name: 'over-duckdb',
  async *run(setting) {
    const { large, small, pairs, note } = setting;
    for (const { world, suffix, goal } of [
      { world: small, suffix: '-at-a-tenth', goal: 1 },
      { world: large, suffix: '', goal: 3 },
    ]) {
      const duck = await openDuckCopy(world);
      for (const { name, questions } of ASKED) {
        const ratios = await pairsOf(pairs, async () => {
          const theirs = await meanSeconds(() => duck.ask(questions), timesOf(setting));
          note(`${name}: DuckDB took ${(theirs * 1000).toFixed(1)} ms of ${world.rows} rows`);
          return theirs / (await told(world, { name, questions }, setting));
        });
        yield measuredOf(line(`${name}-over-duckdb${suffix}`, goal, 'higher'), ratios);
      }
      duck.close();
    }
  },
};

/** By which power of the rows the time grows: the logarithm of tenfold rows' time over that of a tenth. */
const GROWTH: QueryMeasurement = {
  name: 'growth',
  async *run(setting) {
    const { large, small, pairs } = setting;
    for (const { name, questions } of ASKED) {
      const ratios = await pairsOf(pairs, async () => {
        const few = await told(small, { name, questions }, setting);
        return Math.log(await told(large, { name, questions }, setting)) / Math.log(10) - Math.log(few) / Math.log(10);
      });
      yield measuredOf(line(`${name}-growth`, 0.1, 'lower'), ratios);
    }
  },
};

/** The worst of all percentiles told, in percent of what the waits themselves give. */
const PERCENTILE_ERROR: QueryMeasurement = {
  name: 'percentile-error',
  async *run({ large }) {
    const questions = ASKED.find(({ name }) => name === 'wait-percentiles')?.questions ?? [];
    const worst: number[] = [];
    for (const question of questions) worst.push(Math.max(...(await percentileErrors(large, question))));
    yield measuredOf(line('wait-percentiles-error', 2, 'lower'), worst);
  },
};

/** Requests a second over those of Node's own server with the same statement and the same body. */
const OVER_HTTP: QueryMeasurement = {
  name: 'over-http',
  async *run(setting) {
    const { large, pairs, note } = setting;
    const { cookie, url } = large;
    const requests = requestsOf(setting);
    for (const { name, questions } of ASKED) {
      const bare = await openBareServer(large, questions);
      const bodies = questions.map((question) => JSON.stringify(question));
      const ratios = await pairsOf(pairs, async () => {
        const theirs = await requestRate({ url: bare.url, cookie, bodies }, requests);
        const ours = await requestRate({ url, cookie, bodies }, requests);
        note(`${name}: ${Math.round(ours)} requests a second, bare ${Math.round(theirs)}`);
        return ours / theirs;
      }).finally(() => bare.close());
      yield measuredOf(line(`${name}-over-bare-http`, 0.9, 'higher'), ratios);
    }
  },
};

async function told(world: QueryWorld, { name, questions }: Asked, setting: QuerySetting): Promise<number> {
  const seconds = await appSeconds(world, questions, timesOf(setting));
  setting.note(`${name}: ${(seconds * 1000).toFixed(1)} ms of ${world.rows} rows`);
  return seconds;
}

export const QUERY_MEASUREMENTS: readonly QueryMeasurement[] = [
  GROWTH,
  PERCENTILE_ERROR,
  OVER_HTTP,
  OVER_DUCKDB,
  OVER_RAW,
];
