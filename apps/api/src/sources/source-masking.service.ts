import { BadRequestException, Injectable, NotFoundException } from '@nestjs/common';
import type { MaskedTextDto, MaskingEditDto, MaskingTrialDto, SourceMaskingDto } from '#contracts/masking.dto.ts';
import { DETECTORS, type Detector, isHospitalNumber, type SourceMasking } from '#domain/masking.ts';
import { audit } from '../audit/audit.ts';
import { Database, type Transaction } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import { refuseStale, versionOf } from '../editing/version.ts';
import { Masker } from '../ingest/masking/masker.ts';
import { plainWords } from '../ingest/masking/row-masking.ts';
import { heldMasking, maskedByMonth, sourceMasking, type StoredMasking } from './source-masking.query.ts';

/** What is masked in the words of each source before they are stored. */
@Injectable()
export class SourceMaskingService {
  constructor(private readonly database: Database) {}

  read(scope: Scope, code: string): Promise<SourceMaskingDto> {
    return this.database.inScope(scope, async (transaction) =>
      describe(transaction, known(await sourceMasking(transaction, code))),
    );
  }

  /** Chooses anew what is masked from then on; what is stored already stays as it is. */
  change(scope: Scope, code: string, edit: MaskingEditDto): Promise<SourceMaskingDto> {
    const wish = {
      feedback: inOrder(edit.feedback),
      complaints: inOrder(edit.complaints),
      hospitalNumbers: shapesOf(edit.hospitalNumbers),
    };
    return this.database.inScope(scope, async (transaction) => {
      const stored = known(await heldMasking(transaction, code));
      refuseStale(edit.version, editableOf(stored));
      await transaction.query(
        `update source set masked_in_feedback = $3, masked_in_complaints = $4, hospital_numbers = $5
         where organisation_id = $1 and id = $2`,
        [scope.organisationId, stored.id, wish.feedback, wish.complaints, wish.hospitalNumbers],
      );
      audit(transaction, {
        action: 'source.masking-changed',
        subject: { kind: 'source', id: code },
        details: { from: editableOf(stored), to: wish },
      });
      return describe(transaction, { id: stored.id, ...wish });
    });
  }

  /** A text as it would be stored; it is kept nowhere. */
  try({ text, detectors, hospitalNumbers }: MaskingTrialDto): MaskedTextDto {
    const { text: masked, counts } = new Masker(detectors, shapesOf(hospitalNumbers)).mask(plainWords(text) ?? '');
    return { text: masked, masked: counts };
  }
}

async function describe(transaction: Transaction, stored: StoredMasking): Promise<SourceMaskingDto> {
  const months = await maskedByMonth(transaction, stored.id);
  const editable = editableOf(stored);
  return {
    feedback: [...editable.feedback],
    complaints: [...editable.complaints],
    hospitalNumbers: [...editable.hospitalNumbers],
    months,
    version: versionOf(editable),
  };
}

const editableOf = ({ feedback, complaints, hospitalNumbers }: SourceMasking): SourceMasking => ({
  feedback: inOrder(feedback),
  complaints: inOrder(complaints),
  hospitalNumbers,
});

const inOrder = (chosen: readonly Detector[]): Detector[] => DETECTORS.filter((one) => chosen.includes(one));

function shapesOf(shapes: readonly string[]): string[] {
  const plain = [...new Set(shapes.map((shape) => shape.normalize('NFC').trim()).filter((shape) => shape !== ''))];
  if (!plain.every(isHospitalNumber)) throw new BadRequestException(SHAPE);
  return plain;
}

function known(masking: StoredMasking | undefined): StoredMasking {
  if (masking === undefined) throw new NotFoundException('There is no source of this code.');
  return masking;
}

const SHAPE =
  'hospitalNumbers must be shapes like HN######: # for a digit, at least four of them, and otherwise letters, digits, ' +
  'spaces, hyphens, slashes and dots';
