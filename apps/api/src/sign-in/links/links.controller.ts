import { Body, Controller, HttpCode, Post, Req, Res, UseInterceptors } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LinkOwnerDto, SignInStepDto } from '#contracts/sign-in.dto.ts';
import { HOME_ORGANISATION_ID } from '../../access/access.ts';
import { OpenToAll } from '../../access/needs.decorator.ts';
import type { Admission } from '../password-sign-in.ts';
import { RetryAfter } from '../retry-after.interceptor.ts';
import {
  AcceptInvitationDto,
  FirstAdministratorDto,
  ForgottenPasswordDto,
  LookAtLinkDto,
  ResetPasswordDto,
} from '../sign-in.dto.ts';
import { AtTheDoor, type Visitor, keep } from '../visitor.ts';
import { ForgottenPassword } from './forgotten-password.ts';
import { LinkEntry } from './link-entry.ts';

@ApiTags('sign-in')
@Controller('api/v1/links')
@UseInterceptors(RetryAfter)
@OpenToAll()
export class LinksController {
  constructor(
    private readonly entry: LinkEntry,
    private readonly forgotten: ForgottenPassword,
  ) {}

  @Post('look')
  @HttpCode(200)
  @ApiOperation({ summary: 'Whom a link is for, before it is used' })
  @ApiOkResponse({ type: LinkOwnerDto })
  @ApiNotFoundResponse({ description: 'It was used already, has run out, or was never given out.' })
  look(@Body() { purpose, token }: LookAtLinkDto): Promise<LinkOwnerDto> {
    return this.entry.look(purpose, token);
  }

  @Post('first-administrator')
  @HttpCode(200)
  @ApiOperation({ summary: 'Become the first administrator, by the link printed at the first start' })
  @ApiOkResponse({ type: SignInStepDto })
  async firstAdministrator(
    @Body() wish: FirstAdministratorDto,
    @AtTheDoor() visitor: Visitor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInStepDto> {
    return admitted(request, reply, await this.entry.firstAdministrator(wish, visitor));
  }

  @Post('invitation')
  @HttpCode(200)
  @ApiOperation({ summary: 'Accept an invitation' })
  @ApiOkResponse({ type: SignInStepDto })
  async acceptInvitation(
    @Body() wish: AcceptInvitationDto,
    @AtTheDoor() visitor: Visitor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInStepDto> {
    return admitted(request, reply, await this.entry.acceptInvitation(wish, visitor));
  }

  @Post('password-reset')
  @HttpCode(200)
  @ApiOperation({ summary: 'Choose a new password, by a link that was sent' })
  @ApiOkResponse({ type: SignInStepDto })
  async resetPassword(
    @Body() wish: ResetPasswordDto,
    @AtTheDoor() visitor: Visitor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInStepDto> {
    return admitted(request, reply, await this.entry.resetPassword(wish, visitor));
  }

  @Post('password-reset/request')
  @HttpCode(202)
  @ApiOperation({ summary: 'Have a link for a new password sent' })
  @ApiAcceptedResponse({ description: 'If there is such an account, its owner gets a letter.' })
  async askForReset(@Body() { email }: ForgottenPasswordDto, @AtTheDoor() visitor: Visitor): Promise<void> {
    await this.forgotten.ask(HOME_ORGANISATION_ID, email, visitor);
  }
}

function admitted(request: FastifyRequest, reply: FastifyReply, admission: Admission): SignInStepDto {
  keep(request, reply, admission);
  return { next: admission.next };
}
