import { Body, Controller, Delete, Param, Patch, Post } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { OrganisationDto } from '#contracts/organisation.dto.ts';
import { Needs } from '../access/needs.decorator.ts';
import { InScope } from '../access/request-principal.ts';
import type { Scope } from '../database/scope.ts';
import { DepartmentsService } from './departments.service.ts';
import { OrganisationService } from './organisation.service.ts';
import { SitesService } from './sites.service.ts';
import { DepartmentEditDto, NewDepartmentDto, NewSiteDto, SiteEditDto } from './structure-edits.dto.ts';

/** One site or department at a time, as an administrator edits the tree; each answers with the whole of it. */
@ApiTags('organisation')
@Controller('api/v1')
export class StructureController {
  constructor(
    private readonly organisation: OrganisationService,
    private readonly sites: SitesService,
    private readonly departments: DepartmentsService,
  ) {}

  @Post('sites')
  @Needs('change', 'structure')
  @ApiOperation({ summary: 'Add a site; its time zone fixes the dates of all that happens there and stays' })
  @ApiCreatedResponse({ type: OrganisationDto })
  @ApiConflictResponse({ description: 'Another site has this code.' })
  async addSite(@InScope() scope: Scope, @Body() site: NewSiteDto): Promise<OrganisationDto> {
    await this.sites.create(scope, site);
    return this.organisation.describe(scope);
  }

  @Patch('sites/:code')
  @Needs('change', 'structure')
  @ApiOperation({ summary: 'Rename a site' })
  @ApiOkResponse({ type: OrganisationDto })
  @ApiNotFoundResponse({ description: 'There is no such site.' })
  async changeSite(
    @InScope() scope: Scope,
    @Param('code') code: string,
    @Body() edit: SiteEditDto,
  ): Promise<OrganisationDto> {
    await this.sites.change(scope, code, edit);
    return this.organisation.describe(scope);
  }

  @Delete('sites/:code')
  @Needs('change', 'structure')
  @ApiOperation({ summary: 'Remove a site without departments and rows' })
  @ApiOkResponse({ type: OrganisationDto })
  @ApiConflictResponse({ description: 'Something rests on it; the message says what.' })
  async removeSite(@InScope() scope: Scope, @Param('code') code: string): Promise<OrganisationDto> {
    await this.sites.remove(scope, code);
    return this.organisation.describe(scope);
  }

  @Post('departments')
  @Needs('change', 'structure')
  @ApiOperation({ summary: 'Add a department' })
  @ApiCreatedResponse({ type: OrganisationDto })
  @ApiConflictResponse({ description: 'Another department has this code.' })
  async addDepartment(@InScope() scope: Scope, @Body() department: NewDepartmentDto): Promise<OrganisationDto> {
    await this.departments.create(scope, department);
    return this.organisation.describe(scope);
  }

  @Patch('departments/:code')
  @Needs('change', 'structure')
  @ApiOperation({ summary: 'Rename a department, or move it with all below it elsewhere in its site' })
  @ApiOkResponse({ type: OrganisationDto })
  @ApiNotFoundResponse({ description: 'There is no such department.' })
  async changeDepartment(
    @InScope() scope: Scope,
    @Param('code') code: string,
    @Body() edit: DepartmentEditDto,
  ): Promise<OrganisationDto> {
    await this.departments.change(scope, code, edit);
    return this.organisation.describe(scope);
  }

  @Delete('departments/:code')
  @Needs('change', 'structure')
  @ApiOperation({ summary: 'Remove a department nothing rests on' })
  @ApiOkResponse({ type: OrganisationDto })
  @ApiConflictResponse({ description: 'Something rests on it; the message says what.' })
  async removeDepartment(@InScope() scope: Scope, @Param('code') code: string): Promise<OrganisationDto> {
    await this.departments.remove(scope, code);
    return this.organisation.describe(scope);
  }
}
