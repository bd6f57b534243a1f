import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { Pool, type PoolClient } from 'pg';
import type { MetricsAnswerDto } from '#contracts/metric-answer.dto.ts';
import type { MetricsQueryDto } from '#contracts/metrics-query.dto.ts';
import { HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import { gatherAnswer } from '../../apps/api/src/metrics/answer/answer-question.ts';
import { loadOrganisationView } from '../../apps/api/src/metrics/question/organisation-view.ts';
import { readQuestion } from '../../apps/api/src/metrics/question/read-question.ts';
import { TODAY } from './loaded-dates.ts';
import type { QueryWorld } from './query-world.ts';

interface Statement {
  name?: string;
  text: string;
  values: unknown[];
}

/** Node's own server: takes a question, sends the statements that sum its cells, answers with the same body. */
export interface BareServer {
  url: string;
  close(): Promise<void>;
}

export async function openBareServer(world: QueryWorld, questions: readonly MetricsQueryDto[]): Promise<BareServer> {
  const known = new Map<string, { statements: Statement[]; answer: MetricsAnswerDto }>();
  for (const question of questions) {
    known.set(JSON.stringify(question), {
      statements: await statementsOver(world, question),
      answer: await world.metrics.answer(HOME_SCOPE, question),
    });
  }
  const pool = new Pool({ connectionString: world.address.ownerUrl, max: 10 });
  const server = createServer((request, response) => {
    const answered = async (): Promise<void> => {
      const asked = known.get(JSON.stringify(JSON.parse(await text(request))));
      for (const statement of asked?.statements ?? []) await pool.query(statement);
      response.setHeader('content-type', 'application/json; charset=utf-8');
      response.end(JSON.stringify(asked?.answer));
    };
    answered().catch((trouble: Error) => response.destroy(trouble));
  });
  return {
    url: await listening(server),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await pool.end();
    },
  };
}

/** What the application sends to read the cells of a question, as it sends it. */
function statementsOver({ database }: QueryWorld, question: MetricsQueryDto): Promise<Statement[]> {
  return database.inScope(HOME_SCOPE, async (transaction) => {
    const organisation = await loadOrganisationView(transaction, question.where);
    const sent: Statement[] = [];
    const client = listenedTo(transaction.client, (statement) => sent.push(statement));
    await gatherAnswer({ ...transaction, client }, readQuestion(question, organisation, TODAY));
    return sent.filter(({ text }) => text.includes('_cell c'));
  });
}

function listenedTo(client: PoolClient, hear: (statement: Statement) => void): PoolClient {
  return new Proxy(client, {
    get(target, name) {
      if (name !== 'query') return Reflect.get(target, name) as unknown;
      return (statement: Statement) => {
        hear({ ...statement });
        return target.query(statement);
      };
    },
  });
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((heard) => server.listen(0, '127.0.0.1', heard));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}
