import { Inject, Injectable, Optional } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { PoolClient } from 'pg';
import { retryable } from './retryable.ts';
import { type Scope, scopeStatements } from './scope.ts';
import { SIGNER, type Signer } from './signer.ts';

/** One open transaction inside a scope. `query` takes a named statement (prepared once a connection) or plain text. */
export interface Transaction {
  readonly scope: Scope;
  /** The checked-out connection, for prepared statements with binary parameters. */
  readonly client: PoolClient;
  /** TypeORM's manager on the same transaction, for entities. */
  readonly manager: EntityManager;
  query<Row>(text: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Does this after everything else and right before the commit: for what takes a lock that everybody needs. */
  atTheEnd(work: () => Promise<void>): void;
  /** Signs what the transaction leaves behind; undefined where there is no key. */
  readonly signer?: Signer;
}

const ATTEMPTS = 5;

export interface TransactionOptions {
  /** One unchanging, read-only view of everything, for recounts. */
  snapshot?: boolean;
}

/** The only way to the data: every request and every job works in a transaction that begins by naming its scope. */
@Injectable()
export class Database {
  constructor(
    private readonly dataSource: DataSource,
    @Optional() @Inject(SIGNER) readonly signer?: Signer,
  ) {}

  /**
   * Runs `work` in one transaction inside the scope; commits when it returns, rolls back when it throws. A transaction
   * that lost its connection or a race (40001, 40P01, 57P01) is run again, so `work` must not keep state of its own.
   */
  async inScope<Result>(
    scope: Scope,
    work: (transaction: Transaction) => Promise<Result>,
    options: TransactionOptions = {},
  ): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(scope, work, options);
      } catch (error) {
        if (attempt === ATTEMPTS || !retryable(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, 2 ** attempt * 20));
      }
    }
  }

  /**
   * Runs statements outside of any scope, where no row of any organisation can be seen: for what belongs to none of
   * them. The connection goes back as it came, also from a transaction that broke off.
   */
  async unscoped<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      try {
        return await work(client);
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        throw error;
      }
    } finally {
      await runner.release();
    }
  }

  private async once<Result>(
    scope: Scope,
    work: (transaction: Transaction) => Promise<Result>,
    { snapshot = false }: TransactionOptions,
  ): Promise<Result> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      const lastThings: (() => Promise<void>)[] = [];
      const begin = snapshot ? 'begin isolation level repeatable read read only' : 'begin';
      await client.query(`${begin}; ${scopeStatements(scope)}`);
      try {
        const result = await work({
          scope,
          client,
          manager: runner.manager,
          query: async <Row>(text: string, parameters: readonly unknown[] = []) =>
            (await client.query(text, [...parameters])).rows as Row[],
          atTheEnd: (last) => {
            if (snapshot) throw new Error('a snapshot changes nothing: write before it is opened');
            lastThings.push(last);
          },
          signer: this.signer,
        });
        for (const last of lastThings) await last();
        const { command } = await client.query('commit');
        // Postgres answers the commit of a transaction that has failed by undoing it, without an error.
        if (command !== 'COMMIT') throw new Error('a failed transaction was to be committed');
        return result;
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        throw error;
      }
    } finally {
      await runner.release();
    }
  }
}
