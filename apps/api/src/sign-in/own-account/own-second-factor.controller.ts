import { Body, Controller, HttpCode, Post, Put, UseInterceptors } from '@nestjs/common';
import { ApiConflictResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RecoveryCodesDto, TotpInvitationDto } from '#contracts/sign-in.dto.ts';
import { NeedsSignIn } from '../../access/needs.decorator.ts';
import type { Person } from '../../access/principal.ts';
import { ByPerson, InScope } from '../../access/request-principal.ts';
import type { Scope } from '../../database/scope.ts';
import { RetryAfter } from '../retry-after.interceptor.ts';
import { SecondFactorCodeDto } from '../sign-in.dto.ts';
import { OwnPasswordDto } from './own-account.dto.ts';
import { OwnSecondFactor } from './own-second-factor.ts';

@ApiTags('account')
@Controller('api/v1/account/second-factor')
@UseInterceptors(RetryAfter)
@NeedsSignIn()
export class OwnSecondFactorController {
  constructor(private readonly own: OwnSecondFactor) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Begin to set up a second factor' })
  @ApiOkResponse({ type: TotpInvitationDto })
  @ApiConflictResponse({ description: 'It is on already.' })
  begin(@InScope() scope: Scope, @ByPerson() person: Person): Promise<TotpInvitationDto> {
    return this.own.begin(scope, person);
  }

  @Put()
  @ApiOperation({ summary: 'Show that the app makes the right codes; from now on they are asked for' })
  @ApiOkResponse({ type: RecoveryCodesDto })
  async confirm(
    @InScope() scope: Scope,
    @ByPerson() person: Person,
    @Body() { code }: SecondFactorCodeDto,
  ): Promise<RecoveryCodesDto> {
    return { recoveryCodes: await this.own.confirm(scope, person, code) };
  }

  @Post('recovery-codes')
  @HttpCode(200)
  @ApiOperation({ summary: 'New recovery codes in place of the old' })
  @ApiOkResponse({ type: RecoveryCodesDto })
  async renewCodes(
    @InScope() scope: Scope,
    @ByPerson() person: Person,
    @Body() { password }: OwnPasswordDto,
  ): Promise<RecoveryCodesDto> {
    return { recoveryCodes: await this.own.renewCodes(scope, person, password) };
  }

  @Post('off')
  @HttpCode(204)
  @ApiOperation({ summary: 'Turn the second factor off' })
  @ApiNoContentResponse({ description: 'A password is enough again.' })
  @ApiConflictResponse({ description: 'The organisation asks everybody for one.' })
  turnOff(@InScope() scope: Scope, @ByPerson() person: Person, @Body() { password }: OwnPasswordDto): Promise<void> {
    return this.own.turnOff(scope, person, password);
  }
}
