import { Injectable, NotFoundException } from '@nestjs/common';
import type { OrganisationDto } from '#contracts/organisation.dto.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import { changing } from './changes.ts';
import { describeOrganisation } from './describe-organisation.ts';
import { loadDirectory } from './directory.ts';
import { NOT_SET_UP } from './sites.service.ts';
import type { StructureDto } from './structure.dto.ts';
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
      return describeOrganisation(
        directory,
        scope,
        languages.map(({ language }) => language),
        this.clock.today(directory.organisation.timeZone),
      );
    });
  }

  async putStructure(scope: Scope, structure: StructureDto): Promise<OrganisationDto> {
    await this.database.inScope(scope, (transaction) =>
      changing(transaction, () => saveStructure(transaction, structure)),
    );
    return this.describe(scope);
  }
}
