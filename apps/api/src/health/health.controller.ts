import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  HealthCheck,
  type HealthCheckResult,
  HealthCheckService,
  HealthIndicatorService,
  TypeOrmHealthIndicator,
} from '@nestjs/terminus';
import { OpenToAll } from '../access/needs.decorator.ts';
import { Readiness } from './readiness.ts';

const DATABASE_ANSWERS_WITHIN_MS = 2_000;

/** For whatever watches over the process: `live` says that it runs, `ready` that it can answer, 503 otherwise. */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly database: TypeOrmHealthIndicator,
    private readonly readiness: Readiness,
  ) {}

  @Get('live')
  @OpenToAll()
  @HealthCheck()
  @ApiOperation({ summary: 'The process runs' })
  live(): Promise<HealthCheckResult> {
    return this.health.check([]);
  }

  @Get('ready')
  @OpenToAll()
  @HealthCheck()
  @ApiOperation({ summary: 'The process takes requests and its database answers' })
  ready(): Promise<HealthCheckResult> {
    return this.health.check([
      () => this.takesRequests(),
      () => this.database.pingCheck('database', { timeout: DATABASE_ANSWERS_WITHIN_MS }),
    ]);
  }

  private takesRequests() {
    const indicator = this.indicators.check('requests');
    return this.readiness.welcome ? indicator.up() : indicator.down('stopping');
  }
}
