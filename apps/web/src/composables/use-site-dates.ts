import { computed } from 'vue';
import { clockText, dateAt, type DateManner, dayText, momentText } from '../format/site-dates.ts';
import { FORMAT_LOCALE } from '../i18n/language-choice.ts';
import { useLanguage } from './use-language.ts';
import { useOrganisation } from './use-organisation.ts';

/** Dates as the reader writes them, and instants by the clock of the site where they happened. */
export function useSiteDates() {
  const { language } = useLanguage();
  const { data: organisation } = useOrganisation();
  const today = computed(() => organisation.value?.today ?? new Date().toISOString().slice(0, 10));
  const manner = computed<DateManner>(() => ({ locale: FORMAT_LOCALE[language.value], today: today.value }));

  function zoneOf(department: string): string {
    const site = organisation.value?.departments.find(({ code }) => code === department)?.site;
    return organisation.value?.sites.find(({ code }) => code === site)?.timeZone ?? 'UTC';
  }

  return {
    today,
    /** `Tue 17 Nov` */
    dayWords: (date: string) => dayText(date, manner.value),
    /** The date an instant has at the department's site, `YYYY-MM-DD`. */
    dateThere: (instant: string, department: string) => dateAt(instant, zoneOf(department)),
    /** `Tue 17 Nov, 14:20` */
    momentWords: (instant: string, department: string) => momentText(instant, zoneOf(department), manner.value),
    /** `14:20` at the department's site. */
    clockThere: (instant: string, department: string) => clockText(instant, zoneOf(department), manner.value.locale),
    /** `14:20` by the reader's own clock. */
    clockHere: (instant: string) => clockText(instant, undefined, manner.value.locale),
  };
}
