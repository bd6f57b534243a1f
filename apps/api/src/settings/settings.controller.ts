import { Body, Controller, Delete, Get, Param, Patch, Put, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SettingsDto } from '#contracts/settings.dto.ts';
import { Needs } from '../access/needs.decorator.ts';
import { InScope } from '../access/request-principal.ts';
import type { Scope } from '../database/scope.ts';
import { RulesEditDto, TargetsEditDto, WaitTargetEditDto, WaitTargetRemovalDto } from './settings-edits.dto.ts';
import { SettingsService } from './settings.service.ts';

@ApiTags('settings')
@Controller('api/v1/settings')
export class SettingsController {
  constructor(private readonly settings: SettingsService) {}

  @Get()
  @Needs('read', 'settings')
  @ApiOperation({ summary: 'Targets, and the rules of signing in and keeping' })
  @ApiOkResponse({ type: SettingsDto })
  describeSettings(@InScope() scope: Scope): Promise<SettingsDto> {
    return this.settings.describe(scope);
  }

  @Patch()
  @Needs('change', 'settings')
  @ApiOperation({ summary: 'Change how people sign in, and how long what is kept is kept' })
  @ApiOkResponse({ type: SettingsDto })
  @ApiConflictResponse({ description: 'Somebody else changed them meanwhile.' })
  changeRules(@InScope() scope: Scope, @Body() edit: RulesEditDto): Promise<SettingsDto> {
    return this.settings.changeRules(scope, edit);
  }

  @Patch('targets')
  @Needs('change', 'targets')
  @ApiOperation({ summary: 'Change what complainants are promised, the working days, and the smallest number shown' })
  @ApiOkResponse({ type: SettingsDto })
  @ApiConflictResponse({ description: 'Somebody else changed them meanwhile.' })
  changeTargets(@InScope() scope: Scope, @Body() edit: TargetsEditDto): Promise<SettingsDto> {
    return this.settings.changeTargets(scope, edit);
  }

  @Put('targets/waits/:kind/:holdsFrom')
  @Needs('change', 'targets')
  @ApiOperation({ summary: 'Set the target of a kind of wait from a date on' })
  @ApiOkResponse({ type: SettingsDto })
  @ApiNotFoundResponse({ description: 'There is no such kind of wait.' })
  @ApiConflictResponse({ description: 'Somebody else changed it meanwhile.' })
  setWaitTarget(
    @InScope() scope: Scope,
    @Param('kind') kind: string,
    @Param('holdsFrom') holdsFrom: string,
    @Body() edit: WaitTargetEditDto,
  ): Promise<SettingsDto> {
    return this.settings.setWaitTarget(scope, kind, holdsFrom, edit);
  }

  @Delete('targets/waits/:kind/:holdsFrom')
  @Needs('change', 'targets')
  @ApiOperation({ summary: 'Take a target back, so that the one before holds on' })
  @ApiOkResponse({ type: SettingsDto })
  @ApiConflictResponse({ description: 'The first target of a kind stays.' })
  removeWaitTarget(
    @InScope() scope: Scope,
    @Param('kind') kind: string,
    @Param('holdsFrom') holdsFrom: string,
    @Query() { was }: WaitTargetRemovalDto,
  ): Promise<SettingsDto> {
    return this.settings.removeWaitTarget(scope, kind, holdsFrom, was);
  }
}
