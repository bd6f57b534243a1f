import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { LinkedPersonDto, PersonDto, PersonSessionsDto } from '#contracts/people.dto.ts';
import { Needs } from '../access/needs.decorator.ts';
import { InScope } from '../access/request-principal.ts';
import type { Scope } from '../database/scope.ts';
import { PeopleAccessService } from './people-access.service.ts';

@ApiTags('people')
@Controller('api/v1/people/:id')
@ApiNotFoundResponse({ description: 'There is no such person.' })
export class PeopleAccessController {
  constructor(private readonly access: PeopleAccessService) {}

  @Post('disable')
  @Needs('change', 'people')
  @HttpCode(200)
  @ApiOperation({ summary: 'Keep somebody out: their sessions and links end' })
  @ApiOkResponse({ type: PersonDto })
  @ApiConflictResponse({ description: 'They are the last administrator who can sign in.' })
  disable(@InScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<PersonDto> {
    return this.access.disable(scope, id);
  }

  @Post('enable')
  @Needs('change', 'people')
  @HttpCode(200)
  @ApiOperation({ summary: 'Let somebody in again' })
  @ApiOkResponse({ type: PersonDto })
  enable(@InScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<PersonDto> {
    return this.access.enable(scope, id);
  }

  @Post('invitation')
  @Needs('change', 'people')
  @ApiOperation({ summary: 'Invite somebody again who has not come in yet' })
  @ApiCreatedResponse({ type: LinkedPersonDto })
  @ApiConflictResponse({ description: 'They have come in already, or are kept out.' })
  inviteAgain(@InScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<LinkedPersonDto> {
    return this.access.inviteAgain(scope, id);
  }

  @Post('password-reset')
  @Needs('change', 'people')
  @ApiOperation({ summary: 'Give somebody a link with which they set another password' })
  @ApiCreatedResponse({ type: LinkedPersonDto })
  @ApiConflictResponse({ description: 'They have no password here.' })
  offerReset(@InScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<LinkedPersonDto> {
    return this.access.offerReset(scope, id);
  }

  @Delete('second-factor')
  @Needs('change', 'people')
  @ApiOperation({ summary: 'Take away the second factor of somebody who has lost it, and sign them out' })
  @ApiOkResponse({ type: PersonDto })
  resetSecondFactor(@InScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<PersonDto> {
    return this.access.resetSecondFactor(scope, id);
  }

  @Get('sessions')
  @Needs('read', 'people')
  @ApiOperation({ summary: 'Where somebody is signed in' })
  @ApiOkResponse({ type: PersonSessionsDto })
  sessions(@InScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<PersonSessionsDto> {
    return this.access.sessions(scope, id);
  }

  @Delete('sessions')
  @Needs('change', 'people')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign somebody out everywhere' })
  @ApiNoContentResponse()
  endSessions(@InScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.access.endSessions(scope, id, null);
  }

  @Delete('sessions/:sessionId')
  @Needs('change', 'people')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign somebody out in one place' })
  @ApiNoContentResponse()
  endSession(
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('sessionId', ParseUUIDPipe) sessionId: string,
  ): Promise<void> {
    return this.access.endSessions(scope, id, sessionId);
  }
}
