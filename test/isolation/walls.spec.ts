import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ELSEWHERE,
  OF_NOTHING,
  OF_WARD,
  OURS,
  PHARMACY,
  THEIRS,
  WARD,
  type WalledDatabase,
  WHOLE,
  breaches,
  breachesOfAll,
  openWalledDatabase,
} from './walled-database.ts';

/** Seen by everybody of an organisation: names and settings, no patient's words or numbers. */
const OF_ALL_DEPARTMENTS = [
  'audit_head',
  'complaint_counter',
  'department',
  'import',
  'organisation',
  'signal_baseline',
  'site',
  'source',
  'source_expectation',
  'touchpoint',
  'wait_target',
];

/** Of the organisation as a whole: rows nobody could place, and who may come in, by what, and what was done. */
const OF_NO_DEPARTMENT = [
  'account',
  'audit_event',
  'erased_row',
  'identity_request',
  'import_batch',
  'machine_key',
  'merged_visit',
  'one_time_link',
  'quarantine',
  'quarantine_reading',
  'row_part',
  'session',
  'sign_in_failure',
  'source_arrival',
  'source_mapping',
  'upload',
  'webhook',
  'webhook_delivery',
];

const OUR_OWN = { where: 'true', organisationId: OURS, departmentId: WARD };

let database: WalledDatabase;

beforeAll(async () => {
  database = await openWalledDatabase();
});

afterAll(() => database.close());

describe('the wall between organisations, by direct SQL as the application', () => {
  it('hides everything while no scope is named', async () => {
    expect(await breachesOfAll(database, null, OUR_OWN)).toEqual([]);
  });

  it('hides everything of another organisation, from who may see all of their own as from who may see one department', async () => {
    const theirs = {
      where: `organisation_id = '${THEIRS}'`,
      organisationId: THEIRS,
      departmentId: ELSEWHERE,
    };
    for (const scope of [WHOLE, OF_WARD, OF_NOTHING]) {
      expect(await breachesOfAll(database, scope, theirs)).toEqual([]);
    }
  });

  it('shows nothing of another organisation to who asks for everything', async () => {
    for (const { name } of database.tables) {
      const { rowCount } = await database.owner.query(`select from ${name} where organisation_id = '${OURS}'`);
      expect(rowCount).toBeGreaterThan(0);
      expect([name, await database.touched(WHOLE, `select from ${name}`)]).toEqual([name, rowCount]);
    }
  });

  it('lets nobody hand a row over', async () => {
    for (const { name } of database.tables) {
      const handed = await database.touched(WHOLE, `update ${name} set organisation_id = '${THEIRS}'`);
      expect([name, handed]).toEqual([name, 'refused']);
    }
  });
});

describe('the wall between departments', () => {
  const inWords = (tables: WalledDatabase['tables']) => tables.map(({ name }) => name);

  it('stands around every table but those that are everybody’s', () => {
    const open = database.tables.filter(({ departments, everyDepartment }) => !departments && !everyDepartment);
    expect(inWords(open)).toEqual(OF_ALL_DEPARTMENTS);
  });

  it('hides another department, and shows one’s own', async () => {
    const sibling = { where: `department_id = '${PHARMACY}'`, organisationId: OURS, departmentId: PHARMACY };
    for (const table of database.tables.filter(({ departments }) => departments)) {
      const { name } = table;
      expect(await breaches(database, OF_WARD, table, sibling)).toEqual([]);
      expect(await database.touched(OF_WARD, `update ${name} set department_id = '${PHARMACY}'`)).toBe('refused');
      expect(await database.touched(OF_WARD, `select from ${name}`)).toBe(1);
      expect(await database.touched(OF_NOTHING, `select from ${name}`)).toBe(0);
    }
  });

  it('hides what is no one department’s from who may see only some', async () => {
    const unsorted = database.tables.filter(({ everyDepartment }) => everyDepartment);
    expect(inWords(unsorted)).toEqual(OF_NO_DEPARTMENT);
    for (const table of unsorted.filter(({ addedByAll }) => !addedByAll)) {
      for (const scope of [OF_WARD, OF_NOTHING]) {
        expect(await breaches(database, scope, table, OUR_OWN)).toEqual([]);
      }
    }
  });

  it('lets who may see only some add to the trail, and read none of it', async () => {
    const added = database.tables.filter(({ addedByAll }) => addedByAll);
    expect(inWords(added)).toEqual(['audit_event']);
    for (const table of added) {
      expect(await breaches(database, OF_WARD, table, OUR_OWN)).toEqual([`${table.name}: insert 1`]);
    }
  });
});
