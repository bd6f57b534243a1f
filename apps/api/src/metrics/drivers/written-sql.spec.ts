import { expect, it } from '@jest/globals';
import { writtenStatements } from '../../../../../test/sql/written-statements.ts';
import { REPLIES_SQL, STEPS_SQL, WAITS_SQL } from './relation-reads.query.ts';

it('is what sql.gen.md shows', () => {
  const { written, due } = writtenStatements(
    new URL('./sql.gen.md', import.meta.url),
    'Statements of relations between answers',
    { 'Newest replies': REPLIES_SQL, 'Newest waits of visits': WAITS_SQL, 'Steps of the journey': STEPS_SQL },
  );
  expect(written).toBe(due);
});
