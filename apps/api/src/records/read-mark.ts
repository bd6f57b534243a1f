import { BadRequestException } from '@nestjs/common';
import type { RecordsQueryDto } from '#contracts/records.dto.ts';
import { metricOf } from '#metrics/catalogue.ts';
import type { Scope } from '../database/scope.ts';
import { readFilter } from '../metrics/question/filter.ts';
import type { OrganisationView } from '../metrics/question/organisation-view.ts';
import { dimensionTroubles, touchpointTroubles, unknownMetric } from '../metrics/question/read-question.ts';
import { spanTroubles } from '../metrics/question/span-rules.ts';
import type { Mark } from './fact-list.ts';

/** Understands which mark is meant, or refuses with everything that is wrong with it. */
export function readMark(
  asked: RecordsQueryDto,
  { organisationId }: Scope,
  organisation: OrganisationView,
  today: string,
): Mark {
  const { from, to, where } = asked;
  const metric = metricOf(asked.metric);
  const { filter, troubles } = readFilter(where, organisation);
  const all = [
    ...(metric === undefined ? [unknownMetric('metric', asked.metric)] : dimensionTroubles(metric, [], where)),
    ...spanTroubles({ from, to, grain: 'total' }),
    ...troubles,
    ...(metric === undefined ? [] : touchpointTroubles(metric, filter.touchpoints)),
    ...([undefined, true, false].includes(asked.withWords) ? [] : ['withWords must be true or false']),
  ];
  if (metric === undefined || all.length > 0) throw new BadRequestException(all);
  return { organisationId, metric, from, to, filter, withWords: asked.withWords === true, today, organisation };
}
