import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OrganisationDto } from '#contracts/organisation.dto.ts';
import { Needs } from '../access/needs.decorator.ts';
import { InScope } from '../access/request-principal.ts';
import type { Scope } from '../database/scope.ts';
import { OrganisationService } from './organisation.service.ts';
import { TouchpointOrderDto } from './structure-edits.dto.ts';
import { TouchpointEditDto } from './structure.dto.ts';
import { TouchpointsService } from './touchpoints.service.ts';

@ApiTags('organisation')
@Controller('api/v1/touchpoints')
export class TouchpointsController {
  constructor(
    private readonly organisation: OrganisationService,
    private readonly touchpoints: TouchpointsService,
  ) {}

  @Put()
  @Needs('change', 'touchpoints')
  @ApiOperation({ summary: 'Put touchpoints in another order' })
  @ApiOkResponse({ type: OrganisationDto })
  async orderTouchpoints(@InScope() scope: Scope, @Body() order: TouchpointOrderDto): Promise<OrganisationDto> {
    await this.touchpoints.order(scope, order);
    return this.organisation.describe(scope);
  }

  @Put(':code')
  @Needs('change', 'touchpoints')
  @ApiOperation({ summary: 'Rename, move, retire or add a touchpoint' })
  @ApiOkResponse({ type: OrganisationDto })
  async putTouchpoint(
    @InScope() scope: Scope,
    @Param('code') code: string,
    @Body() edit: TouchpointEditDto,
  ): Promise<OrganisationDto> {
    await this.touchpoints.save(scope, code, edit);
    return this.organisation.describe(scope);
  }
}
