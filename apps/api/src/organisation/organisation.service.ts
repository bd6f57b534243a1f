import { BadRequestException, Injectable, NotFoundException } from '@nestjs/common';
import type { OrganisationDto } from '#contracts/organisation.dto.ts';
import { CHANNELS } from '#domain/channel.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { Touchpoint } from '../database/entities/touchpoint.entity.ts';
import type { Scope } from '../database/scope.ts';
import { type Directory, loadDirectory } from './directory.ts';
import type { StructureDto, TouchpointEditDto } from './structure.dto.ts';
import { CODE } from './structure.dto.ts';
import { saveStructure } from './structure.ts';

/** What an organisation is made of, described and edited. */
@Injectable()
export class OrganisationService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The picture pages begin with: names behind codes, and what filters may offer. */
  describe(scope: Scope): Promise<OrganisationDto> {
    return this.database.inScope(scope, async (transaction) => {
      const directory = await loadDirectory(transaction);
      if (directory === null) throw new NotFoundException(NOT_SET_UP);
      const languages = await transaction.query<{ language: string }>(
        `select distinct language from survey_response_cell where organisation_id = $1 and grain = 'w' order by language`,
        [scope.organisationId],
      );
      return toDto(
        directory,
        languages.map(({ language }) => language),
        this.clock.today(directory.organisation.timeZone),
      );
    });
  }

  async putStructure(scope: Scope, structure: StructureDto): Promise<OrganisationDto> {
    await this.database.inScope(scope, (transaction) => saveStructure(transaction, structure));
    return this.describe(scope);
  }

  /** Renames, moves, retires or adds a touchpoint. A new one takes the next free slot of the cells. */
  async putTouchpoint(scope: Scope, code: string, edit: TouchpointEditDto): Promise<OrganisationDto> {
    if (!CODE.test(code) || code.length > 60) {
      throw new BadRequestException('code must be lower-case Latin letters, digits and single hyphens, like parking');
    }
    await this.database.inScope(scope, async ({ manager, query }) => {
      const { organisationId } = scope;
      // One editor at a time, so that two new touchpoints do not take the same slot.
      const held = await query('select 1 from organisation where organisation_id = $1 for update', [organisationId]);
      if (held.length === 0) throw new NotFoundException(NOT_SET_UP);
      const all = await manager.find(Touchpoint, { where: { organisationId } });
      const existing = all.find((one) => one.code === code);
      const parent = parentOf(edit, existing, all);
      const slot = existing?.slot ?? Math.max(0, ...all.map((one) => one.slot)) + 1;
      if (slot > 200) throw new BadRequestException('An organisation may have at most 200 touchpoints.');
      await manager.save(Touchpoint, {
        organisationId,
        slot,
        code,
        parentSlot: parent?.slot ?? null,
        position: edit.position ?? existing?.position ?? slot,
        name: edit.name,
        renamed: existing === undefined || existing.renamed || existing.name !== edit.name,
        active: edit.active ?? true,
      });
    });
    return this.describe(scope);
  }
}

const NOT_SET_UP = 'No organisation has been set up yet: send its sites with PUT /api/v1/organisation/structure.';

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

function toDto(
  { organisation, sites, departments, touchpoints }: Directory,
  languages: string[],
  today: string,
): OrganisationDto {
  const siteCode = new Map(sites.map(({ id, code }) => [id, code]));
  const departmentCode = new Map(departments.map(({ id, code }) => [id, code]));
  const touchpointCode = new Map(touchpoints.map(({ slot, code }) => [slot, code]));
  return {
    name: organisation.name,
    demo: organisation.demo,
    minimumResponses: organisation.minimumResponses,
    today,
    sites: sites.map(({ code, name, timeZone }) => ({ code, name, timeZone })),
    departments: departments.map(({ code, name, siteId, parentId, general }) => ({
      code,
      name,
      site: siteCode.get(siteId) ?? '',
      parent: parentId === null ? null : (departmentCode.get(parentId) ?? null),
      general,
    })),
    touchpoints: touchpoints.map(({ code, name, renamed, parentSlot, position, active }) => ({
      code,
      name,
      renamed,
      parent: parentSlot === null ? null : (touchpointCode.get(parentSlot) ?? null),
      position,
      active,
    })),
    channels: [...CHANNELS.codes],
    languages,
  };
}
