import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { LinkedPersonDto, PeopleDto, PersonDto } from '#contracts/people.dto.ts';
import { Needs } from '../access/needs.decorator.ts';
import { InScope } from '../access/request-principal.ts';
import type { Scope } from '../database/scope.ts';
import { InvitationDto, PersonEditDto } from './people-edits.dto.ts';
import { PeopleService } from './people.service.ts';

@ApiTags('people')
@Controller('api/v1/people')
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Get()
  @Needs('read', 'people')
  @ApiOperation({ summary: 'Everybody with an account: what they are, and whether they get in' })
  @ApiOkResponse({ type: PeopleDto })
  list(@InScope() scope: Scope): Promise<PeopleDto> {
    return this.people.list(scope);
  }

  @Post()
  @Needs('change', 'people')
  @ApiOperation({ summary: 'Invite somebody; without a mail server the answer carries the link to hand over' })
  @ApiCreatedResponse({ type: LinkedPersonDto })
  @ApiConflictResponse({ description: 'Somebody has an account with this address.' })
  invite(@InScope() scope: Scope, @Body() wish: InvitationDto): Promise<LinkedPersonDto> {
    return this.people.invite(scope, wish);
  }

  @Patch(':id')
  @Needs('change', 'people')
  @ApiOperation({ summary: 'Change somebody’s name, role, departments or language, from their next request on' })
  @ApiOkResponse({ type: PersonDto })
  @ApiForbiddenResponse({ description: 'Nobody changes their own role.' })
  @ApiNotFoundResponse({ description: 'There is no such person.' })
  @ApiConflictResponse({ description: 'Somebody else changed them meanwhile, or they are the last administrator.' })
  change(
    @InScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() edit: PersonEditDto,
  ): Promise<PersonDto> {
    return this.people.change(scope, id, edit);
  }
}
