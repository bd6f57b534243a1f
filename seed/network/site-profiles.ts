import type { Channel } from '#domain/channel.ts';
import type { Language } from '#domain/language.ts';
import type { ReviewPlatform } from '#domain/review.ts';
import { LocalClock } from '../time/local-clock.ts';
import { NETWORK, type DepartmentCode, type SiteCode } from './network.ts';

/** What sets a site apart: who its patients are and how they like to be heard. */
export interface SiteProfile {
  languages: Record<Language, number>;
  /** How surveys reach patients. */
  surveys: Partial<Record<Channel, number>>;
  /** How complaints come in. */
  complaints: Partial<Record<Channel, number>>;
  /** Online reviews a week. */
  reviews: Partial<Record<ReviewPlatform, number>>;
}

export const SITE_PROFILES: Record<SiteCode, SiteProfile> = {
  riverside: {
    languages: { vi: 62, en: 27, ur: 5, th: 4, lt: 2 },
    surveys: { sms: 38, app: 18, email: 12, web: 8, kiosk: 18, paper: 6 },
    complaints: { phone: 28, desk: 16, chat: 14, web: 14, social: 12, email: 10, letter: 4, app: 2 },
    reviews: { google: 8.5, facebook: 5.5, zalo: 3, website: 1.5 },
  },
  lakeside: {
    languages: { th: 58, en: 25, ur: 12, vi: 4, lt: 1 },
    surveys: { sms: 34, app: 16, email: 16, web: 10, kiosk: 14, paper: 10 },
    complaints: { phone: 30, desk: 16, email: 16, web: 14, social: 10, chat: 8, letter: 6 },
    reviews: { google: 7.5, facebook: 5, website: 1.5 },
  },
  hillcrest: {
    languages: { lt: 70, en: 24, vi: 4, ur: 1, th: 1 },
    surveys: { sms: 24, email: 38, web: 16, app: 6, kiosk: 8, paper: 8 },
    complaints: { email: 34, phone: 28, web: 18, letter: 10, desk: 8, social: 2 },
    reviews: { google: 4, trustpilot: 1.3, facebook: 0.9 },
  },
};

/** A department with the site it stands on, ready to be lived in. */
export interface Place {
  site: SiteCode;
  department: DepartmentCode;
  departmentName: string;
  clock: LocalClock;
}

/** Every department of the network, in the order of the structure. */
export const PLACES: readonly Place[] = NETWORK.sites.flatMap((site) => {
  const clock = new LocalClock(site.timeZone);
  return site.departments.map((department) => ({
    site: site.code,
    department: department.code,
    departmentName: department.name,
    clock,
  }));
});
