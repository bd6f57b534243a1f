import { Body, Controller, Delete, HttpCode, Post, Put, Req, Res, UseInterceptors } from '@nestjs/common';
import {
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RecoveryCodesDto, SignInStepDto, TotpInvitationDto } from '#contracts/sign-in.dto.ts';
import { HOME_ORGANISATION_ID } from '../access/access.ts';
import { OpenToAll } from '../access/needs.decorator.ts';
import { clearSessionCookie } from '../access/session-cookie.ts';
import { HalfWay } from './half-way.ts';
import { PasswordSignIn } from './password-sign-in.ts';
import { RetryAfter } from './retry-after.interceptor.ts';
import { PasswordSignInDto, SecondFactorCodeDto } from './sign-in.dto.ts';
import { SignOut } from './sign-out.ts';
import { AtTheDoor, type Visitor, keep } from './visitor.ts';

@ApiTags('sign-in')
@Controller('api/v1/session')
@UseInterceptors(RetryAfter)
@OpenToAll()
export class SignInController {
  constructor(
    private readonly passwords: PasswordSignIn,
    private readonly halfWay: HalfWay,
    private readonly signOut: SignOut,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign in with email and password' })
  @ApiOkResponse({ type: SignInStepDto })
  @ApiUnauthorizedResponse({ description: 'They do not belong together.' })
  @ApiTooManyRequestsResponse({ description: 'Too many attempts have failed; Retry-After says when to try again.' })
  async open(
    @Body() who: PasswordSignInDto,
    @AtTheDoor() visitor: Visitor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInStepDto> {
    const admission = await this.passwords.signIn(HOME_ORGANISATION_ID, who, visitor);
    keep(request, reply, admission);
    return { next: admission.next };
  }

  @Post('second-factor')
  @HttpCode(200)
  @ApiOperation({ summary: 'Show a second factor, after the password' })
  @ApiOkResponse({ type: SignInStepDto })
  @ApiUnauthorizedResponse({ description: 'The code is wrong or was used, or it took too long.' })
  @ApiTooManyRequestsResponse({ description: 'Too many codes were wrong; Retry-After says when to try again.' })
  async show(
    @Body() { code }: SecondFactorCodeDto,
    @AtTheDoor() visitor: Visitor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInStepDto> {
    keep(request, reply, await this.halfWay.show(visitor, code));
    return { next: 'in' };
  }

  @Post('second-factor/setup')
  @HttpCode(200)
  @ApiOperation({ summary: 'Begin to set up a second factor that has to be there before one is let in' })
  @ApiOkResponse({ type: TotpInvitationDto })
  beginSetUp(@AtTheDoor() visitor: Visitor): Promise<TotpInvitationDto> {
    return this.halfWay.beginSetUp(visitor);
  }

  @Put('second-factor/setup')
  @ApiOperation({ summary: 'Show that the app makes the right codes, and be let in' })
  @ApiOkResponse({ type: RecoveryCodesDto })
  async finishSetUp(
    @Body() { code }: SecondFactorCodeDto,
    @AtTheDoor() visitor: Visitor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecoveryCodesDto> {
    const { recoveryCodes, ...letIn } = await this.halfWay.finishSetUp(visitor, code);
    keep(request, reply, letIn);
    return { recoveryCodes };
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out' })
  @ApiNoContentResponse({ description: 'Nobody is signed in here any more.' })
  async end(
    @AtTheDoor() visitor: Visitor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signOut.signOut(visitor);
    clearSessionCookie(request, reply);
  }
}
