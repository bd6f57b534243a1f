import { describe, expect, it } from '@jest/globals';
import { fileOf, readAs } from '../fixtures/candidates-of.ts';
import type { Format } from '../format.ts';
import { limesurvey } from '../limesurvey.ts';
import { qualtrics } from '../qualtrics.ts';
import { redcap } from '../redcap.ts';
import { surveymonkey } from '../surveymonkey.ts';

/** The least that each system writes: a head, and a row by its id. */
const EXPORTS: readonly (readonly [Format, string, (id: string) => string])[] = [
  [
    qualtrics,
    'EndDate,Status,Finished,ResponseId,csat\nEnd Date,Response Type,Finished,Response ID,Satisfied?\n',
    (id) => `2026-11-02 08:00:00,0,1,R_${id},4\n`,
  ],
  [limesurvey, 'id,submitdate,startlanguage,seed,csat\n', (id) => `${id},2026-11-02 08:00:00,en,1,4\n`],
  [
    redcap,
    'record_id,redcap_repeat_instance,a_timestamp,csat,a_complete\n',
    (id) => `${id},,2026-11-02 08:00:00,4,2\n`,
  ],
  [
    surveymonkey,
    'Respondent ID,Collector ID,Date Modified,IP Address,csat\n,,,,Response\n',
    (id) => `${id},1,11/22/2026 08:00:00 AM,203.0.113.1,4\n`,
  ],
];

describe.each(EXPORTS.map(([format, head, rowOf]) => ({ title: format.title, format, head, rowOf })))(
  '$title',
  ({ format, head, rowOf }) => {
    const read = (text: string) => readAs(format, fileOf(text, 'export.csv', 700));
    /** What a row of this id is called where it stands alone; some formats hash what may be the patient's own. */
    const keyOf = async (id: string) => (await read(`${head}${rowOf(id)}`)).rows[0]?.value.externalId;

    it('goes over many pieces without losing or doubling a row', async () => {
      const ids = Array.from({ length: 500 }, (_, index) => String(10_000 + index));
      const { rows } = await read(`${head}${ids.map(rowOf).join('')}`);
      expect(rows.map(({ problem }) => problem)).toEqual(ids.map(() => undefined));
      const keys = rows.map(({ value }) => value.externalId);
      expect(new Set(keys).size).toBe(500);
      for (const nth of [0, 249, 499]) expect(keys[nth]).toBe(await keyOf(ids[nth] ?? ''));
      expect(new Set(rows.map(({ row }) => row)).size).toBe(500);
    });

    it('takes no head in the middle for an answer: two exports one after the other', async () => {
      const { rows } = await read(`${head}${rowOf('1')}${head}${rowOf('2')}`);
      const whole = rows.filter(({ problem }) => problem === undefined);
      expect(whole.map(({ value }) => value.externalId)).toEqual([await keyOf('1'), await keyOf('2')]);
    });

    it('refuses the last row without its line end, and a row with a million characters by itself', async () => {
      const long = `"${'x'.repeat(1_100_000)}"`;
      const { rows } = await read(`${head}${rowOf('1')}${rowOf(long)}${rowOf('2')}${rowOf('3').trimEnd()}`);
      expect(rows.map(({ problem }) => problem?.code)).toEqual([undefined, 'too-long', undefined, 'cut-off']);
      expect(rows[1]?.raw).toBe('');
    });
  },
);
