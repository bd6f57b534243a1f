import type { ComplaintEventRow, ComplaintRow } from '#contracts/ingest/complaint-row.ts';
import { Random } from '../chance/random.ts';
import { DEPARTMENT_PROFILES } from '../network/department-profiles.ts';
import { busynessOf, minuteOfDay } from '../network/rhythm.ts';
import { PLACES, SITE_PROFILES, type Place } from '../network/site-profiles.ts';
import { DOUBLE_BILLING, strengthOn } from '../network/stories.ts';
import { visitId } from '../network/visit.ts';
import type { ComplaintCase } from '../phrases/phrase-book.ts';
import { PHRASE_BOOKS } from '../phrases/phrase-books.ts';
import { spokenMinutes, textOf } from '../phrases/wording.ts';
import type { Feed, SeedRun, TimedRow } from '../sending/feed.ts';
import { instantOf, writtenDate } from '../time/local-clock.ts';
import { DOUBLE_BILLING_RESOLUTIONS, RESOLUTIONS } from './case-notes.ts';
import { historyOf, type ReceivedComplaint } from './complaint-history.ts';
import { ALSO_ABOUT, STEP_OF_SUBJECT, SUBJECTS_OF, severitiesOf } from './complaint-profiles.ts';

/** The system complaints and their histories come from. */
const COMPLAINT_SOURCE = 'helpdesk';
/** People complain from home as well as at the desk, so any day will do, though less at weekends. */
const RHYTHM = 'leisure';

interface Complaint {
  ms: number;
  row: ComplaintRow;
  received: ReceivedComplaint;
}

function oneComplaint(
  place: Place,
  day: number,
  externalId: string,
  doubleBilling: boolean,
  random: Random,
): Complaint {
  const ms = place.clock.at(day, minuteOfDay(RHYTHM, random));
  const profile = SITE_PROFILES[place.site];
  const language = random.weighted(profile.languages);
  const subject = doubleBilling ? 'billing' : random.weighted(SUBJECTS_OF[place.department]);
  const { complaints: phrases, comments } = PHRASE_BOOKS[language];
  const cases = doubleBilling ? phrases.doubleBilling : phrases.subjects[subject];
  const chosen = random.between(0, cases.length - 1);
  const { title, narrative } = cases[chosen] as ComplaintCase;
  const resolution = (doubleBilling ? DOUBLE_BILLING_RESOLUTIONS : RESOLUTIONS[subject])[chosen] as string;
  const severity = random.weighted(severitiesOf(subject));
  const also = ALSO_ABOUT[subject];
  const sentences = [narrative];
  if (random.chance(0.35)) sentences.unshift(random.pick(phrases.opening));
  if (random.chance(0.75)) sentences.push(random.pick(phrases.wishes));
  if (random.chance(0.001)) sentences.push(comments.contact);
  const minutes = spokenMinutes(random) + 30;
  const row: ComplaintRow = {
    externalId,
    department: place.department,
    receivedAt: instantOf(ms),
    channel: random.weighted(profile.complaints),
    language,
    title: textOf([title], minutes),
    narrative: textOf(sentences, minutes),
    subjects: also !== undefined && random.chance(0.3) ? [subject, also] : [subject],
    severity,
    touchpoint: STEP_OF_SUBJECT[subject] ?? undefined,
    visit: random.chance(0.6) ? visitId(place, day - random.between(1, 12), random) : undefined,
  };
  const simple = severity === 'low' && !doubleBilling;
  return { ms, row, received: { externalId, receivedMs: ms, place, resolution, doubleBilling, simple } };
}

function complaintsAt(place: Place, day: number, run: SeedRun): Complaint[] {
  const usual = DEPARTMENT_PROFILES[place.department].complaints;
  const surge =
    place.department === DOUBLE_BILLING.department
      ? DOUBLE_BILLING.extraComplaints * strengthOn(day, DOUBLE_BILLING, run.span)
      : 0;
  const complaints: Complaint[] = [];
  for (const [name, perWeek] of [
    ['C', usual],
    ['D', surge],
  ] as const) {
    const share = busynessOf(RHYTHM, place.site, day) / 7;
    const random = new Random('complaints', name, place.department, day);
    const count = random.count(perWeek * share);
    for (let number = 1; number <= count; number += 1) {
      const externalId = `${name}-${place.department}-${writtenDate(day)}-${number}`;
      if (random.chance(run.scale))
        complaints.push(oneComplaint(place, day, externalId, name === 'D', new Random('complaint', externalId)));
    }
  }
  return complaints;
}

const PER_WEEK = PLACES.reduce((sum, { department }) => sum + DEPARTMENT_PROFILES[department].complaints, 0);

export const COMPLAINT_FEED: Feed<ComplaintRow> = {
  kind: 'complaints',
  source: COMPLAINT_SOURCE,
  rowsPerWeek: PER_WEEK,
  rowsOf: (day, run) => PLACES.flatMap((place) => complaintsAt(place, day, run)),
};

/** Histories go in after all complaints, complaint by complaint in the order they were received. */
export const COMPLAINT_EVENT_FEED: Feed<ComplaintEventRow> = {
  kind: 'complaint-events',
  source: COMPLAINT_SOURCE,
  rowsPerWeek: PER_WEEK * 5,
  rowsOf: (day, run): TimedRow<ComplaintEventRow>[] =>
    PLACES.flatMap((place) => complaintsAt(place, day, run))
      .filter(({ ms }) => ms < run.span.endMs)
      .flatMap(({ received }) => historyOf(received, new Random('history', received.externalId))),
};
