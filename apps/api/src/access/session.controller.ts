import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, ApiUnauthorizedResponse } from '@nestjs/swagger';
import { SessionDto } from '#contracts/session.dto.ts';
import { ABILITIES } from '#domain/role.ts';
import { Database } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import { NeedsSignIn } from './needs.decorator.ts';
import type { Person } from './principal.ts';
import { ByPerson, InScope } from './request-principal.ts';

@ApiTags('sign-in')
@Controller('api/v1/session')
export class SessionController {
  constructor(private readonly database: Database) {}

  @Get()
  @NeedsSignIn()
  @ApiOperation({ summary: 'Who is signed in, and what they may do' })
  @ApiOkResponse({ type: SessionDto })
  @ApiUnauthorizedResponse({ description: 'Nobody is.' })
  async describe(@ByPerson() person: Person, @InScope() scope: Scope): Promise<SessionDto> {
    const { email, name, role, language, departmentIds } = person;
    const departments = await this.database.inScope(scope, ({ query }) =>
      query<{ code: string }>(
        'select code from department where organisation_id = $1 and id = any ($2::uuid[]) order by code',
        [scope.organisationId, departmentIds],
      ),
    );
    return {
      ...{ email, name, role, language },
      departments: departments.map(({ code }) => code),
      abilities: ABILITIES[role].map(([action, subject]) => ({ action, subject })),
    };
  }
}
