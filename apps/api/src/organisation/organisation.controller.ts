import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OrganisationDto } from '#contracts/organisation.dto.ts';
import { Needs } from '../access/needs.decorator.ts';
import { InScope } from '../access/request-principal.ts';
import type { Scope } from '../database/scope.ts';
import { OrganisationService } from './organisation.service.ts';
import { StructureDto, TouchpointEditDto } from './structure.dto.ts';

@ApiTags('organisation')
@Controller('api/v1')
export class OrganisationController {
  constructor(private readonly organisation: OrganisationService) {}

  @Get('organisation')
  @Needs('read', 'directory')
  @ApiOperation({ summary: 'Sites, departments, touchpoints and the names behind their codes' })
  @ApiOkResponse({ type: OrganisationDto })
  describe(@InScope() scope: Scope): Promise<OrganisationDto> {
    return this.organisation.describe(scope);
  }

  @Put('organisation/structure')
  @Needs('change', 'structure')
  @ApiOperation({ summary: 'Create or extend the tree of sites and departments' })
  @ApiOkResponse({ type: OrganisationDto })
  putStructure(@InScope() scope: Scope, @Body() structure: StructureDto): Promise<OrganisationDto> {
    return this.organisation.putStructure(scope, structure);
  }

  @Put('touchpoints/:code')
  @Needs('change', 'touchpoints')
  @ApiOperation({ summary: 'Rename, move, retire or add a touchpoint' })
  @ApiOkResponse({ type: OrganisationDto })
  putTouchpoint(
    @InScope() scope: Scope,
    @Param('code') code: string,
    @Body() edit: TouchpointEditDto,
  ): Promise<OrganisationDto> {
    return this.organisation.putTouchpoint(scope, code, edit);
  }
}
