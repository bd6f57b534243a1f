import { BadRequestException } from '@nestjs/common';
import type { CompareSideDto, MetricsCompareDto } from '#contracts/metrics-compare.dto.ts';
import { dayNumberOf } from '#domain/calendar-date.ts';
import type { Metric } from '#metrics/metric.ts';
import type { Filter } from '../question/filter.ts';
import type { OrganisationView } from '../question/organisation-view.ts';
import type { Question } from '../question/question.ts';
import { readQuestion } from '../question/read-question.ts';

/** What is asked of each of the two sides. */
export interface ComparedQuestions {
  a: Question;
  b: Question;
}

/** Understands both sides, or refuses them with everything that is wrong with them. */
export function comparedQuestions(
  asked: MetricsCompareDto,
  organisations: Record<'a' | 'b', OrganisationView>,
  today: string,
): ComparedQuestions {
  const read = (side: 'a' | 'b'): Question | string[] => {
    const { from, to, where } = asked[side];
    const question = { metrics: asked.metrics, from, to, where, grain: 'total' as const };
    try {
      return readQuestion(question, organisations[side], today);
    } catch (error) {
      if (!(error instanceof BadRequestException)) throw error;
      return messagesOf(error).map((message) => (/^(from|to|where)\b/.test(message) ? `${side}.${message}` : message));
    }
  };
  const [a, b] = [read('a'), read('b')];
  if (Array.isArray(a) || Array.isArray(b)) {
    throw new BadRequestException([...new Set([a, b].flatMap((read) => (Array.isArray(read) ? read : [])))]);
  }
  const troubles = [
    ...togetherTroubles(asked, { a, b }),
    ...a.metrics.flatMap((metric) => kindTroubles(metric, asked)),
  ];
  if (troubles.length > 0) throw new BadRequestException(troubles);
  return { a, b };
}

function messagesOf(error: BadRequestException): string[] {
  const { message } = error.getResponse() as { message: string | string[] };
  return [message].flat();
}

/** An interval of a difference rests on answers that have nothing to do with each other: none may be on both sides. */
function togetherTroubles({ a, b }: MetricsCompareDto, questions: ComparedQuestions): string[] {
  const apart = a.to <= b.from || b.to <= a.from || filtersApart(questions.a.filter, questions.b.filter);
  return apart
    ? []
    : ['a and b hold the same answers: give them dates that do not overlap, or different values of one dimension'];
}

function filtersApart(a: Filter, b: Filter): boolean {
  return (
    haveNoneInCommon(a.departmentIds, b.departmentIds) ||
    haveNoneInCommon(a.touchpoints, b.touchpoints) ||
    [...a.others].some(([dimension, kept]) => haveNoneInCommon(kept, b.others.get(dimension) ?? null))
  );
}

function haveNoneInCommon(a: readonly unknown[] | null, b: readonly unknown[] | null): boolean {
  return a !== null && b !== null && !a.some((value) => b.includes(value));
}

function kindTroubles({ code, unit, cumulative }: Metric, { a, b }: MetricsCompareDto): string[] {
  if (cumulative === true) {
    return [`${code} stands at the end of a period: ask POST /api/v1/metrics/query with compare`];
  }
  return unit === 'count' && daysOf(a) !== daysOf(b)
    ? [`${code} is a count, so a and b must be equally long: these are ${daysOf(a)} and ${daysOf(b)} days`]
    : [];
}

const daysOf = ({ from, to }: CompareSideDto): number => dayNumberOf(to) - dayNumberOf(from);
