import type { MetricPointDto } from '#contracts/metric-answer.dto.ts';
import type { RelationDto } from '#contracts/metrics-drivers.dto.ts';
import type { Drivers, Share } from '#metrics/drivers/drivers.ts';
import { hideRelation, tellRelation, untoldRelation } from './tell-relation.ts';

/** A touchpoint of the journey. */
export interface Step {
  slot: number;
  code: string;
}

const METHOD = 'block-bootstrap95';

/** What of a model may be told. */
export class DriversTeller {
  constructor(
    private readonly drivers: Drivers,
    private readonly modelled: readonly Step[],
    private readonly overall: MetricPointDto | null,
    private readonly minimum: number,
  ) {}

  explained(): RelationDto {
    const { explained, needed, drivers, leftOut } = this.drivers;
    if (explained !== null) return this.tell(explained, Math.min(...drivers.map(({ n }) => n)));
    const reason = needed === null ? (leftOut[0]?.reason ?? 'too-few') : 'too-few';
    return this.hidden() ?? untoldRelation(METHOD, reason, needed);
  }

  importance(step: Step, performance: MetricPointDto): RelationDto {
    if (performance.withheld !== null) return hideRelation(METHOD, performance.withheld);
    const question = this.modelled.findIndex(({ slot }) => slot === step.slot) + 1;
    const driver = this.drivers.drivers.find((one) => one.question === question);
    if (driver !== undefined) return this.tell(driver.importance, driver.n);
    const out = this.drivers.leftOut.find((one) => one.question === question);
    return this.hidden() ?? untoldRelation(METHOD, out?.reason ?? 'too-few', out?.needed ?? this.drivers.needed);
  }

  /** Withheld where the overall score is; undefined where nothing has to be hidden. */
  private hidden(): RelationDto | undefined {
    const withheld = this.overall?.withheld ?? null;
    return withheld === null ? undefined : hideRelation(METHOD, withheld);
  }

  private tell({ value, low, high }: Share, n: number): RelationDto {
    const related = { value: 100 * value, low: 100 * low, high: 100 * high, n };
    return tellRelation(related, METHOD, 1, this.minimum);
  }
}
