import { Body, Controller, HttpCode, Post, StreamableFile } from '@nestjs/common';
import { ApiBadRequestResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { NumbersExportDto } from '#contracts/numbers-export.dto.ts';
import { Needs } from '../../access/needs.decorator.ts';
import { InScope } from '../../access/request-principal.ts';
import type { Scope } from '../../database/scope.ts';
import { NumbersExportService } from './numbers-export.service.ts';

@ApiTags('metrics')
@Controller('api/v1/metrics/export')
export class NumbersExportController {
  constructor(private readonly numbers: NumbersExportService) {}

  @Post()
  @Needs('export', 'numbers')
  @HttpCode(200)
  @ApiOperation({ summary: 'Answers as a table (CSV) to take along: the same numbers, the same ones withheld' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiBadRequestResponse({ description: 'What is wrong with a question, and what is allowed instead.' })
  async export(@InScope() scope: Scope, @Body() asked: NumbersExportDto): Promise<StreamableFile> {
    return new StreamableFile(Buffer.from(await this.numbers.csv(scope, asked)), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="numbers.csv"',
    });
  }
}
