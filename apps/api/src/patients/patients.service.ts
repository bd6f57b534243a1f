import { BadRequestException, ConflictException, Injectable } from '@nestjs/common';
import type { HeldDto, PatientErasureDto, PatientExportDto } from '#contracts/patients.dto.ts';
import { audit } from '../audit/audit.ts';
import { Clock } from '../clock/clock.ts';
import { Database, type Transaction } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import { eraseHeld } from './erase-held.ts';
import { type HeldIds, heldIds } from './held-ids.query.ts';
import { heldRecords, setAsideRows } from './held-records.query.ts';
import { heldText } from './held-text.ts';
import { mentionsOf } from './mentions.query.ts';
import { type PatientMarks, patientMarks } from './patient-marks.ts';

/** A patient's rights: to know what is held, to have a copy, to have it erased. Each use of them is on the trail. */
@Injectable()
export class PatientsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** How much is held, without a word of it. */
  find(scope: Scope, identifier: string): Promise<HeldDto> {
    return this.database.inScope(scope, async (transaction) => {
      const { marks } = await marksOf(transaction, identifier);
      const held = await heldIds(transaction, marks);
      const { count } = await mentionsOf(transaction, marks, held);
      put(transaction, 'patient.found', marks, held, { mentions: count });
      return { kinds: held.kinds, mentions: count };
    });
  }

  /** Everything that is held. */
  export(scope: Scope, identifier: string): Promise<PatientExportDto> {
    const madeAt = new Date(this.clock.now()).toISOString();
    return this.database.inScope(scope, async (transaction) => {
      const { marks, organisation } = await marksOf(transaction, identifier);
      const ids = await heldIds(transaction, marks);
      const held = {
        organisation,
        madeAt,
        records: await heldRecords(transaction, ids),
        setAside: await setAsideRows(transaction, ids),
        mentions: (await mentionsOf(transaction, marks, ids)).first,
        alsoLookFor: ALSO_LOOK_FOR,
      };
      put(transaction, 'patient.exported', marks, ids, {}, Object.values(ids.ids).flat());
      return { held, text: heldText(held) };
    });
  }

  /** Erases everything that is held; tells what there was. */
  erase(scope: Scope, { identifier, reason }: PatientErasureDto): Promise<HeldDto> {
    return this.database.inScope(scope, async (transaction) => {
      const { marks } = await marksOf(transaction, identifier);
      if (await names(transaction, reason, marks)) throw new BadRequestException(NAMELESS_REASON);
      const held = await eraseHeld(transaction, marks);
      const { count } = await mentionsOf(transaction, marks, held);
      put(transaction, 'patient.erased', marks, held, { reason });
      return { kinds: held.kinds, mentions: count };
    });
  }
}

async function marksOf(transaction: Transaction, identifier: string) {
  const found = await patientMarks(transaction, identifier);
  if (found === undefined) throw new ConflictException('No organisation has been set up yet, so nothing is held.');
  return found;
}

async function names({ query }: Transaction, text: string, { pattern }: PatientMarks): Promise<boolean> {
  const [answer] = await query<{ named: boolean }>('select $1::text ~* $2 as named', [text, pattern]);
  return answer?.named ?? false;
}

/** On the trail a patient is a hash, and what was held of them, counts. */
function put(
  transaction: Transaction,
  action: string,
  { hash }: PatientMarks,
  { kinds }: HeldIds,
  details: Readonly<Record<string, unknown>>,
  records: readonly string[] = [],
): void {
  const counts = Object.fromEntries(kinds.map(({ kind, rows }) => [kind, rows]));
  audit(transaction, { action, subject: { kind: 'patient', id: hash }, records, details: { ...counts, ...details } });
}

const NAMELESS_REASON = 'The reason stays on the audit trail: leave the identifier out of it.';

const ALSO_LOOK_FOR =
  'Found were the rows that came in with this identifier as their visit or as their own id. Words may speak of the patient without it: search the complaints for their name, and look through the comments of the departments and days they were seen.';
