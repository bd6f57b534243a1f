import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { HeldDto, PatientDto, PatientErasureDto, PatientExportDto } from '#contracts/patients.dto.ts';
import { Needs } from '../access/needs.decorator.ts';
import { InScope } from '../access/request-principal.ts';
import type { Scope } from '../database/scope.ts';
import { PatientsService } from './patients.service.ts';

/** Identifiers travel in bodies alone: addresses are kept in too many places. */
@ApiTags('patients')
@Controller('api/v1/patients')
export class PatientsController {
  constructor(private readonly patients: PatientsService) {}

  @Post('find')
  @Needs('find', 'held')
  @HttpCode(200)
  @ApiOperation({ summary: 'How much is held about a patient, and from when to when' })
  @ApiOkResponse({ type: HeldDto })
  find(@InScope() scope: Scope, @Body() { identifier }: PatientDto): Promise<HeldDto> {
    return this.patients.find(scope, identifier);
  }

  @Post('export')
  @Needs('export', 'held')
  @HttpCode(200)
  @ApiOperation({ summary: 'Everything that is held about a patient, as data and as text to be printed' })
  @ApiOkResponse({ type: PatientExportDto })
  export(@InScope() scope: Scope, @Body() { identifier }: PatientDto): Promise<PatientExportDto> {
    return this.patients.export(scope, identifier);
  }

  @Post('erase')
  @Needs('erase', 'held')
  @HttpCode(200)
  @ApiOperation({ summary: 'Erase everything that is held about a patient; the numbers are right at once' })
  @ApiOkResponse({ type: HeldDto, description: 'What there was.' })
  erase(@InScope() scope: Scope, @Body() erasure: PatientErasureDto): Promise<HeldDto> {
    return this.patients.erase(scope, erasure);
  }
}
