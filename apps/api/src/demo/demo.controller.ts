import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiConflictResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DemoDto } from '#contracts/demo.dto.ts';
import { Needs } from '../access/needs.decorator.ts';
import { InScope } from '../access/request-principal.ts';
import type { Scope } from '../database/scope.ts';
import { DemoRemovalWishDto } from './demo-removal.dto.ts';
import { DemoRemoval } from './demo-removal.ts';

@ApiTags('settings')
@Controller('api/v1/demo')
export class DemoController {
  constructor(private readonly removal: DemoRemoval) {}

  @Get()
  @Needs('change', 'settings')
  @ApiOperation({ summary: 'Whether the data is the demo’s, and how far its removal is' })
  @ApiOkResponse({ type: DemoDto })
  describeDemo(@InScope() scope: Scope): Promise<DemoDto> {
    return this.removal.describe(scope);
  }

  @Post('removal')
  @Needs('change', 'settings')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Remove the demo’s rows, departments, sources and sign-ins; the answer does not wait for it',
  })
  @ApiAcceptedResponse({ type: DemoDto })
  @ApiConflictResponse({ description: 'It is not the demo’s data, or whoever asks has no account of their own.' })
  removeDemo(@InScope() scope: Scope, @Body() wish: DemoRemovalWishDto): Promise<DemoDto> {
    return this.removal.begin(scope, wish);
  }
}
