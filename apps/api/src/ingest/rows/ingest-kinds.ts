import { FIELDS_OF, type FactKind } from '#contracts/ingest/fact-kind.ts';
import type { Transaction } from '../../database/database.ts';
import { complaintEventWriter } from '../../facts/complaint-event-writer.ts';
import type { ComplaintEventFact, ComplaintFact } from '../../facts/complaint-row.ts';
import { complaintWriter } from '../../facts/complaint-writer.ts';
import { REVIEW } from '../../facts/review.table.ts';
import { SURVEY_RESPONSE } from '../../facts/survey-response.table.ts';
import { upsertFacts } from '../../facts/upsert-facts.ts';
import { WAIT } from '../../facts/wait.table.ts';
import { loadDirectory } from '../../organisation/directory.ts';
import type { IngestKind } from './ingest-kind.ts';
import { complaintEventOf, complaintOf } from '../kinds/complaint.ts';
import { reviewOf } from '../kinds/review.ts';
import { surveyResponseOf } from '../kinds/survey-response.ts';
import { waitOf } from '../kinds/wait.ts';
import { compileValidator } from './row-validator.ts';
import { zonesOf } from './zones.ts';

/** Every kind of row that can come in. */
export const INGEST_KINDS: { readonly [Kind in FactKind]: IngestKind } = {
  'survey-responses': {
    check: compileValidator(FIELDS_OF['survey-responses']),
    normalise: surveyResponseOf,
    happenedAt: ({ respondedAt }) => respondedAt,
    ...upsertFacts(SURVEY_RESPONSE),
    parallel: true,
  } satisfies IngestKind<ReturnType<typeof surveyResponseOf>>,
  waits: {
    check: compileValidator(FIELDS_OF.waits),
    normalise: waitOf,
    happenedAt: ({ startedAt }) => startedAt,
    ...upsertFacts(WAIT),
    parallel: true,
  } satisfies IngestKind<ReturnType<typeof waitOf>>,
  reviews: {
    check: compileValidator(FIELDS_OF.reviews),
    normalise: reviewOf,
    happenedAt: ({ reviewedAt }) => reviewedAt,
    ...upsertFacts(REVIEW),
    parallel: true,
  } satisfies IngestKind<ReturnType<typeof reviewOf>>,
  complaints: {
    check: compileValidator(FIELDS_OF.complaints),
    normalise: complaintOf,
    happenedAt: ({ receivedAt }) => receivedAt,
    ...complaintWriter,
    parallel: false,
  } satisfies IngestKind<ComplaintFact>,
  'complaint-events': {
    check: compileValidator(FIELDS_OF['complaint-events']),
    normalise: complaintEventOf,
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
