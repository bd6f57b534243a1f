import { describe, expect, it } from '@jest/globals';
import type { DepartmentDto, OrganisationDto, TouchpointDto } from '#contracts/organisation.dto.ts';
import { choicesOf } from './choices.ts';

const ward = (code: string, site: string, inScope = true): DepartmentDto => ({
  ...{ code, site, inScope, version: 'read' },
  name: code,
  parent: null,
  general: false,
});
const touchpoint = (code: string, position: number, part: Partial<TouchpointDto> = {}): TouchpointDto => ({
  code,
  name: code,
  renamed: false,
  parent: null,
  position,
  active: true,
  version: 'read',
  ...part,
});

const ORGANISATION: OrganisationDto = {
  name: 'Lakeside',
  timeZone: 'Asia/Bangkok',
  demo: false,
  minimumResponses: 10,
  today: '2026-11-18',
  ...{ version: 'read', journeyVersion: 'read' },
  sites: [],
  departments: [ward('emergency', 'riverside'), ward('ward-4b', 'hillside'), ward('surgery', 'hillside', false)],
  touchpoints: [
    touchpoint('care', 4),
    touchpoint('check-in', 3),
    touchpoint('welcome', 9, { parent: 'check-in' }),
    touchpoint('parking', 5, { active: false }),
  ],
  channels: ['sms'],
  languages: ['en'],
};
const codes = (
  dimension: 'department' | 'touchpoint' | 'wait-kind',
  sites: string[] = [],
  chosen: string[] = [],
): string[] => choicesOf(dimension, ORGANISATION, sites, chosen).map(({ code }) => code);

describe('what a filter offers', () => {
  it('is the departments of the chosen sites that one may ask about', () => {
    expect(codes('department')).toEqual(['emergency', 'ward-4b']);
    expect(codes('department', ['hillside'])).toEqual(['ward-4b']);
  });

  it('is the steps of the journey in their order, without finer points and retired ones', () => {
    expect(codes('touchpoint')).toEqual(['check-in', 'care']);
  });

  it('keeps what is chosen, so that it can be taken away', () => {
    expect(codes('department', ['hillside'], ['emergency'])).toEqual(['ward-4b', 'emergency']);
  });

  it('is the whole vocabulary where the organisation has none of its own', () => {
    expect(codes('wait-kind')).toContain('call-to-answer');
  });
});
