import { FIELDS_OF, type FactKind } from '#contracts/ingest/fact-kind.ts';
import type { Transaction } from '../../database/database.ts';
import { complaintEventWriter } from '../../facts/complaint-event-writer.ts';
import type { ComplaintEventFact, ComplaintFact } from '../../facts/complaint-row.ts';
import { complaintWriter } from '../../facts/complaint-writer.ts';
import type { Fact, FactTable } from '../../facts/fact-table.ts';
import type { PackedFact } from '../../facts/packed-facts.ts';
import { REVIEW } from '../../facts/review.table.ts';
import { SURVEY_COUNT } from '../../facts/survey-count.table.ts';
import { SURVEY_RESPONSE } from '../../facts/survey-response.table.ts';
import { upsertFacts } from '../../facts/upsert-facts.ts';
import { WAIT } from '../../facts/wait.table.ts';
import { loadDirectory } from '../../organisation/directory.ts';
import type { IngestKind } from './ingest-kind.ts';
import { complaintEventOf, complaintOf } from '../kinds/complaint.ts';
import { reviewOf } from '../kinds/review.ts';
import { surveyCountOf } from '../kinds/survey-count.ts';
import { surveyResponseOf } from '../kinds/survey-response.ts';
import { waitOf } from '../kinds/wait.ts';
import type { ImportContext } from './normaliser.ts';
import { type CheckedRow, compileValidator } from './row-validator.ts';
import { zonesOf } from './zones.ts';

/** Kinds whose rows are packed as they come, and written in any order. */
function packed<Row extends Fact, Given extends Row, Counted>(
  table: FactTable<Row, Counted>,
  normalise: (row: CheckedRow, context: ImportContext) => Given,
  happenedAt: (row: Given) => number,
): Omit<IngestKind<PackedFact>, 'check' | 'parallel'> {
  const { newPack, ...writer } = upsertFacts(table);
  return {
    ...writer,
    begin: (context) => {
      const pack = newPack();
      return (row) => {
        const fact = normalise(row, context);
        return pack.add(fact, happenedAt(fact));
      };
    },
    happenedAt: (fact) => fact.happenedAt,
  };
}

/** Every kind of row that can come in. */
export const INGEST_KINDS: { readonly [Kind in FactKind]: IngestKind } = {
  'survey-responses': {
    check: compileValidator(FIELDS_OF['survey-responses']),
    ...packed(SURVEY_RESPONSE, surveyResponseOf, ({ respondedAt }) => respondedAt),
    parallel: true,
  },
  waits: {
    check: compileValidator(FIELDS_OF.waits),
    ...packed(WAIT, waitOf, ({ startedAt }) => startedAt),
    parallel: true,
  },
  reviews: {
    check: compileValidator(FIELDS_OF.reviews),
    ...packed(REVIEW, reviewOf, ({ reviewedAt }) => reviewedAt),
    parallel: true,
  },
  'survey-counts': {
    check: compileValidator(FIELDS_OF['survey-counts']),
    ...packed(SURVEY_COUNT, surveyCountOf, ({ endedAt }) => endedAt),
    parallel: true,
  },
  complaints: {
    check: compileValidator(FIELDS_OF.complaints),
    begin: (context) => (row) => complaintOf(row, context),
    happenedAt: ({ receivedAt }) => receivedAt,
    ...complaintWriter,
    parallel: false,
  } satisfies IngestKind<ComplaintFact>,
  'complaint-events': {
    check: compileValidator(FIELDS_OF['complaint-events']),
    begin: (context) => (row) => complaintEventOf(row, context),
    happenedAt: ({ happenedAt }) => happenedAt,
    write: (transaction, rows, _options, { directory }) =>
      complaintEventWriter(zonesOf(directory)).write(transaction, rows),
    erase: eraseEvents,
    parallel: false,
  } satisfies IngestKind<ComplaintEventFact>,
};

async function eraseEvents(transaction: Transaction, ids: readonly string[]): Promise<number> {
  const directory = await loadDirectory(transaction);
  return directory === null ? 0 : complaintEventWriter(zonesOf(directory)).erase(transaction, ids);
}
