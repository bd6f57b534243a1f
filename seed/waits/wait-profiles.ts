import type { Channel } from '#domain/channel.ts';
import type { WaitKind } from '#domain/wait.ts';
import type { DepartmentCode } from '../network/network.ts';
import type { Rhythm } from '../network/rhythm.ts';

/** How waits of one kind behave wherever they happen. */
export interface WaitProfile {
  /** The system that logs them. */
  source: string;
  rhythm: Rhythm;
  /** Standard deviation of the logarithm of the minutes. */
  spread: number;
  /** Median minutes after which people give up; null where nobody can. */
  patience: number | null;
  /** Promises given, with how often; 0 stands for none. */
  promises: Readonly<Record<string, number>>;
  channels: Partial<Record<Channel, number>>;
}

export const WAIT_PROFILES: Record<WaitKind, WaitProfile> = {
  'arrival-to-seen': {
    source: 'queue-system',
    rhythm: 'clinic',
    spread: 0.5,
    patience: 215,
    promises: { 0: 45, 15: 8, 20: 10, 30: 27, 45: 10 },
    channels: { desk: 72, kiosk: 22, app: 6 },
  },
  'call-to-answer': {
    source: 'phone-system',
    rhythm: 'office',
    spread: 0.8,
    patience: 9,
    promises: { 0: 60, 2: 20, 3: 12, 5: 8 },
    channels: { phone: 1 },
  },
  'message-to-reply': {
    source: 'helpdesk',
    rhythm: 'office',
    spread: 0.9,
    patience: null,
    promises: { 0: 30, 240: 70 },
    channels: { chat: 42, email: 23, social: 16, app: 19 },
  },
  result: {
    source: 'laboratory',
    rhythm: 'clinic',
    spread: 0.45,
    patience: null,
    promises: { 0: 20, 2880: 45, 4320: 35 },
    channels: { app: 50, email: 20, desk: 20, phone: 10 },
  },
  bill: {
    source: 'billing-system',
    rhythm: 'office',
    spread: 0.5,
    patience: null,
    promises: { 0: 35, 10080: 65 },
    channels: { email: 45, letter: 25, app: 30 },
  },
};

/** What a department usually sees of one kind: waits a week, their median in minutes, and its own rhythm and spread. */
export interface DepartmentWaits {
  kind: WaitKind;
  perWeek: number;
  median: number;
  rhythm?: Rhythm;
  spread?: number;
}

const arrivals = (perWeek: number, median: number, more: Partial<DepartmentWaits> = {}): DepartmentWaits => ({ kind: 'arrival-to-seen', perWeek, median, ...more }); // prettier-ignore
const calls = (perWeek: number, median: number): DepartmentWaits => ({ kind: 'call-to-answer', perWeek, median });
const messages = (perWeek: number, median: number): DepartmentWaits => ({ kind: 'message-to-reply', perWeek, median });
const results = (perWeek: number, median: number): DepartmentWaits => ({ kind: 'result', perWeek, median });
const EMERGENCY: Partial<DepartmentWaits> = { rhythm: 'emergency', spread: 0.75 };
const WARD: Partial<DepartmentWaits> = { rhythm: 'ward' };

/** Riverside's arrivals share one registration, hence one median: the one its story moves. */
export const DEPARTMENT_WAITS: Record<DepartmentCode, readonly DepartmentWaits[]> = {
  'riverside-emergency': [arrivals(170, 27.2, EMERGENCY)],
  'riverside-outpatients': [arrivals(215, 27.2), calls(105, 1.5), messages(45, 130), results(15, 2300)],
  'riverside-children': [arrivals(85, 27.2), calls(40, 1.4), messages(15, 120)],
  'riverside-imaging': [arrivals(92, 27.2), calls(40, 1.6), results(45, 2500)],
  'riverside-maternity': [arrivals(62, 27.2, WARD), calls(22, 1.3), messages(20, 110)],
  'lakeside-emergency': [arrivals(165, 31, EMERGENCY), results(15, 1500)],
  'lakeside-medicine': [arrivals(115, 24), calls(45, 1.7), results(20, 2600)],
  'ward-4b': [arrivals(14, 42, WARD)],
  'ward-2a': [arrivals(12, 40, WARD)],
  'lakeside-pharmacy': [arrivals(95, 14)],
  'billing-office': [arrivals(45, 10, { rhythm: 'office' }), calls(55, 2.1), messages(35, 190), { kind: 'bill', perWeek: 58, median: 7600 }], // prettier-ignore
  'hillcrest-family': [arrivals(108, 18), calls(65, 1.5), messages(35, 140)],
  'hillcrest-specialists': [arrivals(75, 21), calls(32, 1.6), messages(18, 150)],
  'hillcrest-palliative': [arrivals(5, 9, WARD)],
};
