import { Body, Controller, Get, Patch, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OrganisationDto } from '#contracts/organisation.dto.ts';
import { Needs } from '../access/needs.decorator.ts';
import { InScope } from '../access/request-principal.ts';
import type { Scope } from '../database/scope.ts';
import { OrganisationService } from './organisation.service.ts';
import { SitesService } from './sites.service.ts';
import { OrganisationEditDto } from './structure-edits.dto.ts';
import { StructureDto } from './structure.dto.ts';

@ApiTags('organisation')
@Controller('api/v1')
export class OrganisationController {
  constructor(
    private readonly organisation: OrganisationService,
    private readonly sites: SitesService,
  ) {}

  @Get('organisation')
  @Needs('read', 'directory')
  @ApiOperation({ summary: 'Sites, departments, touchpoints and the names behind their codes' })
  @ApiOkResponse({ type: OrganisationDto })
  describe(@InScope() scope: Scope): Promise<OrganisationDto> {
    return this.organisation.describe(scope);
  }

  @Patch('organisation')
  @Needs('change', 'structure')
  @ApiOperation({ summary: 'Rename the organisation, or say in which time zone its days begin' })
  @ApiOkResponse({ type: OrganisationDto })
  async rename(@InScope() scope: Scope, @Body() edit: OrganisationEditDto): Promise<OrganisationDto> {
    await this.sites.rename(scope, edit);
    return this.organisation.describe(scope);
  }

  @Put('organisation/structure')
  @Needs('change', 'structure')
  @ApiOperation({ summary: 'Create or extend the tree of sites and departments' })
  @ApiOkResponse({ type: OrganisationDto })
  putStructure(@InScope() scope: Scope, @Body() structure: StructureDto): Promise<OrganisationDto> {
    return this.organisation.putStructure(scope, structure);
  }
}
