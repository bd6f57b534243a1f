import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { type Job, PgBoss, type SendOptions } from 'pg-boss';
import { Database, type Transaction } from '../database/database.ts';
import { JOBS_SCHEMA, rowsOf } from './jobs-schema.ts';
import type { JobData, QueueName } from './queues.ts';

/** A job that a process is doing right now. */
export interface HeldJob {
  queue: QueueName;
  id: string;
}

/** Does one job; when `signal` is aborted it should end soon, by throwing: the job is then begun again elsewhere. */
export type JobHandler<Name extends QueueName> = (data: JobData[Name], signal: AbortSignal) => Promise<void>;

/** How often it is looked for jobs, for jobs of the dead, and how often a living worker says so. */
const LOOK_EVERY_SECONDS = 0.5;
const SUPERVISE_EVERY_MS = 2_000;
const MONITOR_EVERY_SECONDS = 3;
const ALIVE_EVERY_SECONDS = 3;
/** So long a job that broke off waits for the database to answer again. */
const PATIENCE_MS = 60_000;

/**
 * Long work that outlives the process it was asked of: it waits in Postgres, any worker takes it up, and one that dies
 * over it leaves it to the next. A job is done at least once; that it counts once is up to what it does.
 */
@Injectable()
export class Jobs implements OnModuleDestroy {
  private readonly logger = new Logger('jobs');
  private readonly stopping = new AbortController();
  private readonly queues = new Set<QueueName>();
  private readonly held = new Map<string, HeldJob>();
  private started: Promise<PgBoss> | undefined;
  private supervising: NodeJS.Timeout | undefined;
  /** Told whenever this process takes up a job or is done with one. */
  onHolding: (held: readonly HeldJob[]) => void = () => undefined;

  constructor(private readonly database: Database) {}

  /** Puts a job in its queue within the transaction: row and job are there together, or neither. Tells the job's id. */
  async send<Name extends QueueName>(
    { client }: Transaction,
    queue: Name,
    data: JobData[Name],
    options: Pick<SendOptions, 'startAfter' | 'priority'> = {},
  ): Promise<string> {
    const boss = await this.boss();
    const db = { executeSql: async (text: string, values?: unknown[]) => rowsOf(await client.query(text, values)) };
    const id = await boss.send(queue, data, { ...options, db });
    if (id === null) throw new Error(`the job was not put in the queue ${queue}`);
    return id;
  }

  /** Takes up jobs of a queue, so many at once, until the app is closed. */
  async work<Name extends QueueName>(queue: Name, handler: JobHandler<Name>, atOnce = 1): Promise<void> {
    const boss = await this.boss();
    this.supervising ??= setInterval(() => void boss.supervise().catch(() => undefined), SUPERVISE_EVERY_MS);
    this.queues.add(queue);
    await boss.work<JobData[Name]>(
      queue,
      {
        batchSize: 1,
        localConcurrency: atOnce,
        pollingIntervalSeconds: LOOK_EVERY_SECONDS,
        heartbeatRefreshSeconds: ALIVE_EVERY_SECONDS,
      },
      async (jobs) => {
        for (const job of jobs) await this.handle(queue, job, handler);
      },
    );
  }

  /** Gives jobs whose worker is known to be dead to the others at once. */
  async giveBack(held: readonly HeldJob[]): Promise<void> {
    const boss = await this.boss();
    for (const { queue, id } of held) await boss.fail(queue, id);
  }

  /** Gives back whatever was being done, where no other process can be doing it. */
  async giveBackAll(): Promise<void> {
    const { rows } = await this.database.unscoped((client) =>
      client.query<HeldJob>(`select name as queue, id from ${JOBS_SCHEMA}.job where state = 'active'`),
    );
    await this.giveBack(rows);
  }

  /** Asks what is being done to end, and waits until it has. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    clearInterval(this.supervising);
    if (this.started === undefined) return;
    const boss = await this.started.catch(() => undefined);
    for (const queue of this.queues) await boss?.offWork(queue, { wait: true });
    await boss?.stop({ graceful: false });
  }

  private async handle<Name extends QueueName>(
    queue: Name,
    { id, data, signal }: Job<JobData[Name]>,
    handler: JobHandler<Name>,
  ): Promise<void> {
    this.hold(id, { queue, id });
    try {
      await handler(data, AbortSignal.any([signal, this.stopping.signal]));
    } catch (error) {
      if (!this.stopping.signal.aborted) {
        const { name, code } = error as NodeJS.ErrnoException;
        this.logger.error(`a job of ${queue} broke off and is begun again: ${[name, code].join(' ')}`);
        await this.databaseAnswers();
      }
      // Why is not kept with the job: an error may quote what a row says.
      throw new Error('broke off');
    } finally {
      this.hold(id, undefined);
    }
  }

  private hold(id: string, job: HeldJob | undefined): void {
    if (job === undefined) this.held.delete(id);
    else this.held.set(id, job);
    this.onHolding([...this.held.values()]);
  }

  /** A job can only be handed back to a database that answers. */
  private async databaseAnswers(): Promise<void> {
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until && !this.stopping.signal.aborted;) {
      const answered = await this.database.unscoped((client) => client.query('select 1')).catch(() => null);
      if (answered !== null) return;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }

  private boss(): Promise<PgBoss> {
    this.started ??= this.start().catch((error: unknown) => {
      this.started = undefined;
      throw error;
    });
    return this.started;
  }

  private async start(): Promise<PgBoss> {
    const boss = new PgBoss({
      db: {
        executeSql: (text, values) =>
          this.database.unscoped(async (client) => rowsOf(await client.query(text, values))),
      },
      schema: JOBS_SCHEMA,
      migrate: false,
      createSchema: false,
      schedule: false,
      supervise: false,
      monitorIntervalSeconds: MONITOR_EVERY_SECONDS,
    });
    boss.on('error', (error) =>
      this.logger.warn(`jobs: ${[error.name, (error as NodeJS.ErrnoException).code].join(' ')}`),
    );
    return boss.start();
  }
}
