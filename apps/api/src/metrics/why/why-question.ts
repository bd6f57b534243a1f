import { BadRequestException } from '@nestjs/common';
import type { WhyQueryDto } from '#contracts/why.dto.ts';
import { MEANS_OF_SCORES, type MeanOfScores } from '#metrics/decomposition/scored-answers.ts';
import type { Metric } from '#metrics/metric.ts';
import { comparedSpan } from '../answer/comparison.ts';
import type { OrganisationView } from '../question/organisation-view.ts';
import type { Question } from '../question/question.ts';
import { readQuestion } from '../question/read-question.ts';
import { spanTroubles } from '../question/span-rules.ts';

interface Dates {
  from: string;
  to: string;
}

/** "Why did metric M change between two periods, by dimension D?", checked and understood. */
export interface WhyQuestion {
  metric: Metric;
  /** How the metric's counts are read as a mean of scores. */
  scores: MeanOfScores;
  now: Dates;
  then: Dates;
  /** The question of the groups. */
  groups: Question;
  /** The same of everybody. */
  whole: Question;
}

/** Understands a question whose form has been checked, or refuses it with everything that is wrong with it. */
export function readWhy(asked: WhyQueryDto, organisation: OrganisationView, today: string): WhyQuestion {
  const { metric: code, from, to, by, compare = 'previous', against, where } = asked;
  const troubles = against === undefined ? [] : troublesOf({ ...asked, against });
  if (troubles.length > 0) throw new BadRequestException(troubles);
  const groups = readQuestion({ metrics: [code], from, to, grain: 'total', by: [by], where }, organisation, today);
  const [metric] = groups.metrics;
  const [period] = groups.periods;
  if (metric === undefined || period === undefined) throw new Error('a question of one metric and one period has both');
  const { from: thenFrom, to: thenTo } = against ?? comparedSpan(period, 'total', compare, today);
  return {
    metric,
    scores: MEANS_OF_SCORES[code],
    now: { from: period.from, to: period.to },
    then: { from: thenFrom, to: thenTo },
    groups,
    whole: { ...groups, by: [] },
  };
}

/** The two periods are told apart as different people's answers, so no answer may lie in both. */
function troublesOf({ from, to, compare, against }: WhyQueryDto & { against: Dates }): string[] {
  return [
    ...(compare === undefined ? [] : ['against and compare exclude each other: send one of them']),
    ...spanTroubles({ ...against, grain: 'total' }).map((trouble) => `against: ${trouble}`),
    ...(against.from < to && from < against.to
      ? ['against must not overlap the period from–to: choose dates that lie before or after it']
      : []),
  ];
}
