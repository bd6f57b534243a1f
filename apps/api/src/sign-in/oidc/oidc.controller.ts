import { Controller, Get, Query, Redirect, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiPropertyOptional, ApiResponse, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenToAll } from '../../access/needs.decorator.ts';
import { AtTheDoor, keep, type Visitor } from '../visitor.ts';
import type { IdentityRefusal } from './identity-refusal.ts';
import { OidcSignIn } from './oidc-sign-in.ts';
import { ownPage } from './own-page.ts';
import { CAME_BY_PROVIDER, REQUEST_COOKIE } from './provider-cookies.ts';

export class StartDto {
  @ApiPropertyOptional({
    example: '/waits',
    pattern: '^/[^\\s]*$',
    description: 'The page of ours to go to afterwards.',
  })
  @IsOptional()
  @IsString()
  to?: string;
}

const SEE_OTHER = 303;
const refused = (why: IdentityRefusal): string => `/not-signed-in?why=${why}`;

@ApiTags('sign-in')
@Controller('api/v1/sign-in/oidc')
@OpenToAll()
export class OidcController {
  constructor(private readonly signIn: OidcSignIn) {}

  @Get()
  @Redirect('/', SEE_OTHER)
  @ApiOperation({ summary: 'Go to the hospital’s own sign-in' })
  @ApiResponse({ status: SEE_OTHER, description: 'On to the identity provider.' })
  async start(
    @Query() { to }: StartDto,
    @AtTheDoor() visitor: Visitor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ url: string }> {
    const started = await this.signIn.start(visitor, ownPage(to));
    if (started === null) return { url: refused('unreachable') };
    REQUEST_COOKIE.set(request, reply, started.browser);
    return { url: started.url };
  }

  @Get('callback')
  @Redirect('/', SEE_OTHER)
  @ApiOperation({ summary: 'Come back from it' })
  @ApiResponse({ status: SEE_OTHER, description: 'On to the page wanted, or to one that says what is in the way.' })
  async finish(
    @AtTheDoor() visitor: Visitor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ url: string }> {
    const question = request.url.indexOf('?');
    const search = question < 0 ? '' : request.url.slice(question);
    const cameBack = await this.signIn.finish(visitor, search, REQUEST_COOKIE.read(request));
    REQUEST_COOKIE.clear(request, reply);
    if ('refusal' in cameBack) return { url: refused(cameBack.refusal) };
    keep(request, reply, cameBack);
    CAME_BY_PROVIDER.set(request, reply, 'yes');
    const { next, returnTo } = cameBack;
    return { url: next === 'in' ? returnTo : `/sign-in?${new URLSearchParams({ step: next, to: returnTo })}` };
  }

  @Get('sign-out')
  @Redirect('/', SEE_OTHER)
  @ApiOperation({ summary: 'After signing out here: sign out at the provider, for whoever came by it' })
  @ApiResponse({ status: SEE_OTHER, description: 'On to the provider, or back to the door.' })
  async end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<{ url: string }> {
    if (CAME_BY_PROVIDER.read(request) === undefined) return { url: '/sign-in' };
    CAME_BY_PROVIDER.clear(request, reply);
    return { url: (await this.signIn.signOutAddress()) ?? '/sign-in' };
  }
}
