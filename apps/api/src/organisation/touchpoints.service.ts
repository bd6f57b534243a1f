import { BadRequestException, ConflictException, Injectable, NotFoundException } from '@nestjs/common';
import { CODE } from '#domain/code.ts';
import { Database, type Transaction } from '../database/database.ts';
import { Touchpoint } from '../database/entities/touchpoint.entity.ts';
import type { Scope } from '../database/scope.ts';
import { changedMeanwhile, refuseStale } from '../editing/version.ts';
import { changing } from './changes.ts';
import { editableTouchpoint, journeyOrder } from './editable.ts';
import { NOT_SET_UP } from './sites.service.ts';
import type { TouchpointEditDto } from './structure.dto.ts';
import type { TouchpointOrderDto } from './structure-edits.dto.ts';

/** The journey as an organisation tells it: its steps and their finer points. */
@Injectable()
export class TouchpointsService {
  constructor(private readonly database: Database) {}

  /** Renames, moves, retires or adds a touchpoint. A new one takes the next free slot of the cells. */
  async save(scope: Scope, code: string, edit: TouchpointEditDto): Promise<void> {
    if (!CODE.test(code) || code.length > 60) {
      throw new BadRequestException('code must be lower-case Latin letters, digits and single hyphens, like parking');
    }
    await this.database.inScope(scope, (transaction) =>
      changing(transaction, async () => {
        const all = await touchpointsOf(transaction);
        const existing = all.find((one) => one.code === code);
        refuseUnlessRead(edit, code, existing);
        const parent = parentOf(edit, existing, all);
        const slot = existing?.slot ?? Math.max(0, ...all.map((one) => one.slot)) + 1;
        if (slot > 200) throw new BadRequestException('An organisation may have at most 200 touchpoints.');
        const renamed = existing === undefined || existing.renamed || existing.name !== edit.name;
        await transaction.query(SAVE_SQL, [
          ...[scope.organisationId, slot, code, parent?.slot ?? null],
          ...[edit.position ?? existing?.position ?? slot, edit.name, renamed, edit.active ?? true],
        ]);
      }),
    );
  }

  /** Puts touchpoints one after the other, at the places they have now among all. */
  async order(scope: Scope, { order: codes, version }: TouchpointOrderDto): Promise<void> {
    await this.database.inScope(scope, (transaction) =>
      changing(transaction, async () => {
        const all = await touchpointsOf(transaction);
        refuseStale(version, journeyOrder(all));
        const chosen = codes.map((code) => all.find((one) => one.code === code));
        if (new Set(codes).size !== codes.length) throw new BadRequestException('order must name each touchpoint once');
        // Places that are shared or missing would leave the order open: the whole journey is counted anew.
        const moved = new Set(codes);
        const places = all.flatMap((one, index) => (moved.has(one.code) ? [index] : []));
        if (places.length !== codes.length) throw new BadRequestException('order must name touchpoints there are');
        const next = [...all];
        chosen.forEach((one, index) => {
          const place = places[index];
          if (one !== undefined && place !== undefined) next[place] = one;
        });
        await transaction.query(
          `update touchpoint t set position = x.position from (select unnest($2::int[]) slot, unnest($3::int[]) as position) x
           where t.organisation_id = $1 and t.slot = x.slot and t.position <> x.position`,
          [scope.organisationId, next.map(({ slot }) => slot), next.map((_, index) => index + 1)],
        );
      }),
    );
  }
}

const SAVE_SQL = `
insert into touchpoint (organisation_id, slot, code, parent_slot, position, name, renamed, active)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (organisation_id, slot) do update set parent_slot = excluded.parent_slot, position = excluded.position,
  name = excluded.name, renamed = excluded.renamed, active = excluded.active`;

/** In the order of the journey. */
async function touchpointsOf({ manager, scope: { organisationId } }: Transaction): Promise<Touchpoint[]> {
  const all = await manager.find(Touchpoint, { where: { organisationId }, order: { position: 'ASC', slot: 'ASC' } });
  if (all.length === 0) throw new NotFoundException(NOT_SET_UP);
  return all;
}

/** Whoever added one that is there by now, or changed one that is not what they read, is told. */
function refuseUnlessRead({ version }: TouchpointEditDto, code: string, existing: Touchpoint | undefined): void {
  if (version === undefined) return;
  if (version === null && existing !== undefined) {
    throw new ConflictException(`There is a touchpoint ${code} already: choose another code.`);
  }
  if (version !== null && existing === undefined) throw changedMeanwhile();
  if (version !== null && existing !== undefined) refuseStale(version, editableTouchpoint(existing));
}

/** The step a touchpoint is to refine; the journey has steps and their finer points, and nothing below those. */
function parentOf(
  { parent: code }: TouchpointEditDto,
  edited: Touchpoint | undefined,
  all: readonly Touchpoint[],
): Touchpoint | null {
  if (code == null) return null;
  if (edited !== undefined && all.some(({ parentSlot }) => parentSlot === edited.slot)) {
    throw new BadRequestException(
      `${edited.code} has finer points of its own, so it cannot become one: move those first.`,
    );
  }
  const steps = all.filter((one) => one.parentSlot === null && one.code !== edited?.code);
  const parent = steps.find((one) => one.code === code);
  if (parent !== undefined) return parent;
  throw new BadRequestException(`parent must be one of: ${steps.map((one) => one.code).join(', ')}`);
}
