import type { MetricsQueryDto } from '#contracts/metrics-query.dto.ts';
import { complaintHistory } from '#domain/complaint-history.ts';
import { SEVERITIES, COMPLAINT_SUBJECTS } from '#domain/complaint.ts';
import { CHANNELS } from '#domain/channel.ts';
import { dateInZone } from '#domain/date-in-zone.ts';
import { FFT_ANSWERS } from '#domain/scale.ts';
import { DEFAULT_TOUCHPOINTS } from '#domain/touchpoint.ts';
import { DEFAULT_WAIT_TARGET_MINUTES, type WaitKind } from '#domain/wait.ts';
import { addWorkingDays, MONDAY_TO_FRIDAY } from '#domain/working-calendar.ts';
import { complaintContributions } from '#metrics/complaint-counts.ts';
import { SLOTS_OF_FAMILY } from '#metrics/count-family.ts';
import type { Metric } from '#metrics/metric.ts';
import { addReview } from '#metrics/review-counts.ts';
import { addSurveyResponse, touchpointOffset } from '#metrics/survey-counts.ts';
import { addWait } from '#metrics/wait-counts.ts';
import type { HospitalRows } from './random-hospital.ts';

/** One fact, or one date of a complaint, with everything it can be grouped by and what it adds. */
export interface Counted {
  on: string;
  codes: Record<string, string>;
  counts: number[];
  /** Of a wait: its kind and minutes if it was seen. */
  wait?: { kind: WaitKind; minutes: number | null };
}

const SITE_OF: Record<string, string> = { 'hillcrest-pharmacy': 'hillcrest' };
const ZONE_OF: Record<string, string> = { riverside: 'Asia/Ho_Chi_Minh', hillcrest: 'Europe/Vilnius' };
const UNDER: Record<string, string[]> = { medicine: ['medicine', 'ward-4b'] };

function place(department: string | null | undefined): { department: string; site: string; zone: string } {
  const code = department ?? '';
  const site = SITE_OF[code] ?? 'riverside';
  return { department: code, site, zone: ZONE_OF[site] ?? 'UTC' };
}

const slotOf = (touchpoint: string): number => DEFAULT_TOUCHPOINTS.findIndex(({ code }) => code === touchpoint) + 1;

/** Everything that counts in metrics of a kind of fact, by another way than cells: row by row. */
export function countedRows(rows: HospitalRows, facts: Metric['facts']): Counted[] {
  if (facts === 'survey-responses') {
    return rows['survey-responses'].map((row) => {
      const { department, site, zone } = place(row.department);
      const counts: number[] = [];
      const scores: (number | null)[] = [];
      for (const [touchpoint, score] of Object.entries(row.scores ?? {})) scores[slotOf(touchpoint) - 1] = score;
      addSurveyResponse(
        counts,
        {
          csat: row.csat ?? null,
          nps: row.nps ?? null,
          fft: row.fft ? (FFT_ANSWERS.numberOf(row.fft) ?? null) : null,
          effort: row.effort ?? null,
          scores: Array.from(scores, (score) => score ?? null),
          hasComment: row.comment !== undefined,
        },
        1,
      );
      const codes = { department, site, channel: row.channel ?? 'unknown', language: row.language ?? 'und' };
      return { on: dateInZone(Date.parse(row.respondedAt), zone), codes, counts };
    });
  }
  if (facts === 'waits') {
    return rows.waits.map((row) => {
      const { department, site, zone } = place(row.department);
      const counts: number[] = [];
      const outcome = row.outcome ?? 'seen';
      const waitMinutes = row.waitMinutes ?? null;
      addWait(counts, { outcome, waitMinutes, promisedMinutes: row.promisedMinutes ?? null }, 1);
      const kind = row.kind ?? 'arrival-to-seen';
      return {
        on: dateInZone(Date.parse(row.startedAt), zone),
        codes: { department, site, channel: row.channel ?? 'unknown', 'wait-kind': kind },
        counts,
        wait: { kind, minutes: outcome === 'seen' ? waitMinutes : null },
      };
    });
  }
  if (facts === 'reviews') {
    return rows.reviews.map((row) => {
      const { department, site, zone } = place(row.department);
      const counts: number[] = [];
      const { stars = null, recommends = null } = row;
      addReview(counts, { stars, recommends, hasText: row.text !== undefined, replied: row.reply !== undefined }, 1);
      const codes = { department, site, platform: row.platform ?? 'other', language: row.language ?? 'und' };
      return { on: dateInZone(Date.parse(row.reviewedAt), zone), codes, counts };
    });
  }
  return rows.complaints.flatMap((row) => complaintDates(rows, row));
}

function complaintDates(rows: HospitalRows, row: HospitalRows['complaints'][number]): Counted[] {
  const { department, site, zone } = place(row.department);
  const receivedAt = Date.parse(row.receivedAt);
  const receivedOn = dateInZone(receivedAt, zone);
  const subjects = row.subjects ?? ['other'];
  const events = rows['complaint-events']
    .filter(({ complaint }) => complaint === row.externalId)
    .map(({ externalId, happenedAt, stage }) => ({
      id: externalId ?? '',
      happenedAt: Date.parse(happenedAt),
      happenedOn: dateInZone(Date.parse(happenedAt), zone),
      stage: stage ?? null,
    }));
  const codes = {
    department,
    site,
    channel: row.channel ?? 'unknown',
    severity: row.severity ?? 'medium',
    subject: subjects[0] ?? 'other',
    touchpoint: row.touchpoint ?? 'unknown',
  };
  return complaintContributions(
    {
      departmentId: department,
      channel: CHANNELS.numberOf(codes.channel) ?? 0,
      severity: SEVERITIES.numberOf(codes.severity) ?? 0,
      subjects: subjects.map((subject) => COMPLAINT_SUBJECTS.numberOf(subject) ?? 0),
      touchpoint: slotOf(codes.touchpoint),
      receivedOn,
      acknowledgeDueOn: addWorkingDays(receivedOn, 3, MONDAY_TO_FRIDAY),
      answerDueOn: addWorkingDays(receivedOn, 20, MONDAY_TO_FRIDAY),
    },
    complaintHistory({ receivedAt, receivedOn }, events),
  ).map(({ onDate, counts }) => ({ on: onDate, codes, counts }));
}

/** True if the filter of a question keeps a row. Touchpoints of scores are chosen among the counts, not the rows. */
export function keeps(where: MetricsQueryDto['where'], codes: Record<string, string>): boolean {
  return Object.entries(where ?? {}).every(([dimension, kept]) => {
    const code = codes[dimension];
    if (code === undefined) return true;
    return kept.some((value) => value === code || (dimension === 'department' && UNDER[value]?.includes(code)));
  });
}

/** The counts of rows as the metric's formula reads them. */
export function countsFor(metric: Metric, rows: readonly Counted[], touchpoints: readonly string[] | null): number[] {
  const { from, length } = SLOTS_OF_FAMILY[metric.family];
  const offsets = touchpoints === null ? [from] : touchpoints.map((code) => touchpointOffset(slotOf(code)));
  const sum: number[] = [];
  for (const { counts } of rows) {
    for (const offset of offsets) {
      counts.slice(offset, length === null ? undefined : offset + length).forEach((count, slot) => {
        sum[slot] = (sum[slot] ?? 0) + count;
      });
    }
  }
  return Array.from(sum, (count) => count ?? 0);
}

/** Waits within the target of their kind, counted one by one; `target` says which held. */
export function withinTarget(
  rows: readonly Counted[],
  target: (kind: WaitKind) => number = (kind) => DEFAULT_WAIT_TARGET_MINUTES[kind],
): { within: number; n: number } {
  const measured = rows.flatMap(({ wait }) => (wait?.minutes == null ? [] : [{ ...wait, minutes: wait.minutes }]));
  return { within: measured.filter(({ kind, minutes }) => minutes <= target(kind)).length, n: measured.length };
}
