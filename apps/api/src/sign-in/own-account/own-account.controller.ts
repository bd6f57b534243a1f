import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Put,
  UseInterceptors,
} from '@nestjs/common';
import { ApiForbiddenResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OwnLocksDto, OwnSessionDto } from '#contracts/own-account.dto.ts';
import { NeedsSignIn } from '../../access/needs.decorator.ts';
import type { Person } from '../../access/principal.ts';
import { ByPerson, InScope } from '../../access/request-principal.ts';
import type { Scope } from '../../database/scope.ts';
import { RetryAfter } from '../retry-after.interceptor.ts';
import { ChangePasswordDto, ProfileEditDto } from './own-account.dto.ts';
import { OwnAccount } from './own-account.ts';

@ApiTags('account')
@Controller('api/v1/account')
@UseInterceptors(RetryAfter)
@NeedsSignIn()
export class OwnAccountController {
  constructor(private readonly account: OwnAccount) {}

  @Patch()
  @HttpCode(204)
  @ApiOperation({ summary: 'Change one’s own name or language' })
  @ApiNoContentResponse({ description: 'Changed.' })
  edit(@InScope() scope: Scope, @ByPerson() person: Person, @Body() edit: ProfileEditDto): Promise<void> {
    return this.account.editProfile(scope, person, edit);
  }

  @Put('password')
  @HttpCode(204)
  @ApiOperation({ summary: 'Change one’s own password' })
  @ApiNoContentResponse({ description: 'Changed; every other session of the account has ended.' })
  @ApiForbiddenResponse({ description: 'The password of now is not that one.' })
  changePassword(@InScope() scope: Scope, @ByPerson() person: Person, @Body() wish: ChangePasswordDto): Promise<void> {
    return this.account.changePassword(scope, person, wish);
  }

  @Get('locks')
  @ApiOperation({ summary: 'How well one’s own account is locked' })
  @ApiOkResponse({ type: OwnLocksDto })
  locks(@InScope() scope: Scope, @ByPerson() person: Person): Promise<OwnLocksDto> {
    return this.account.locks(scope, person);
  }

  @Get('sessions')
  @ApiOperation({ summary: 'Where one is signed in' })
  @ApiOkResponse({ type: [OwnSessionDto] })
  sessions(@InScope() scope: Scope, @ByPerson() person: Person): Promise<OwnSessionDto[]> {
    return this.account.sessions(scope, person);
  }

  @Delete('sessions')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out everywhere else' })
  @ApiNoContentResponse({ description: 'This session is the only one left.' })
  endOthers(@InScope() scope: Scope, @ByPerson() person: Person): Promise<void> {
    return this.account.endOtherSessions(scope, person);
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out in one place' })
  @ApiNoContentResponse({ description: 'It has ended.' })
  end(@InScope() scope: Scope, @ByPerson() person: Person, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.account.endSession(scope, person, id);
  }
}
