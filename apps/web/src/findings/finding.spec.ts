import { describe, expect, it } from '@jest/globals';
import type { OrganisationDto } from '#contracts/organisation.dto.ts';
import type { Change } from './change.ts';
import { type FindingWords, titleOf, worthTelling } from './finding.ts';
import { weekPoint } from './points.fixture.ts';

const change = (part: Partial<Change>): Change => ({
  metric: 'csat',
  unit: 'percent',
  by: { department: 'ward-4b' },
  tone: 'improvement',
  rose: true,
  point: weekPoint(0),
  usual: 80,
  since: null,
  found: 'signal',
  run: [],
  strength: 12,
  ...part,
});

const wait = (by: Record<string, string>, strength = 11): Change =>
  change({ metric: 'wait-median', unit: 'minutes', by, tone: 'concern', strength });

const department = {
  ...{ code: 'emergency', name: 'Emergency', site: 'riverside', version: 'read' },
  parent: null,
  general: false,
  inScope: true,
};
const organisation: Pick<OrganisationDto, 'departments'> = { departments: [department] };

const words: FindingWords = {
  say: (key, named) => `${key.replace('finding.', '')}(${Object.values(named ?? {}).join('|')})`,
  list: (parts) => parts.join(' + '),
  place: (by) => Object.values(by).join(),
};

describe('the changes worth telling', () => {
  it('puts the clearest first', () => {
    const told = worthTelling([wait({ site: 'a' }, 2), wait({ site: 'b' }, 14)], undefined);
    expect(told.map(({ by }) => by.site)).toEqual(['b', 'a']);
  });

  it('tells of a group and topic once, by its clearest number', () => {
    const told = worthTelling([change({ metric: 'nps', strength: 11 }), change({ strength: 15 })], undefined);
    expect(told.map(({ metric }) => metric)).toEqual(['csat']);
  });

  it('leaves out a department whose whole site changed the same way', () => {
    const both = [wait({ site: 'riverside' }), wait({ department: 'emergency' }, 20)];
    expect(worthTelling(both, organisation as OrganisationDto).map(({ by }) => by)).toEqual([{ site: 'riverside' }]);
  });

  it('leaves out a touchpoint at one site when it changed everywhere', () => {
    const both = [
      change({ by: { site: 'riverside', touchpoint: 'care' } }),
      change({ by: { touchpoint: 'care' }, strength: 3 }),
    ];
    expect(worthTelling(both, undefined).map(({ by }) => by)).toEqual([{ touchpoint: 'care' }]);
  });

  it('keeps a department that went the other way', () => {
    const both = [wait({ site: 'riverside' }), { ...wait({ department: 'emergency' }), tone: 'improvement' as const }];
    expect(worthTelling(both, organisation as OrganisationDto)).toHaveLength(2);
  });
});

describe('the title of a page', () => {
  it('says that nothing detectably changed', () => {
    expect(titleOf([], 160, 'this week', words)).toBe('none(this week)');
  });

  it('does not take silence for calm', () => {
    expect(titleOf([], 0, 'this week', words)).toBe('silent(this week)');
  });

  it('tells up to three changes in full', () => {
    expect(titleOf([wait({ site: 'riverside' }), change({})], 160, 'this week', words)).toBe(
      'counted.2(2|this week|phrases.wait.worse(riverside) + phrases.experience.better(ward-4b))',
    );
  });

  it('tells two and counts the rest when there are more', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f'].map((site) => wait({ site }));
    expect(titleOf(many, 160, 'now', words)).toBe(
      'counted.many(6|now|phrases.wait.worse(a) + phrases.wait.worse(b) + others(4))',
    );
  });

  it('names the touchpoint at its place', () => {
    const careAtWard = change({ by: { department: 'ward-4b', touchpoint: 'care' } });
    expect(titleOf([careAtWard], 9, 'now', words)).toContain('phrases.experienceAt.better(care|ward-4b)');
  });

  it('speaks of more and less where neither way is better', () => {
    const surge = change({ metric: 'complaints-opened', by: { subject: 'billing' }, tone: 'neutral' });
    expect(titleOf([surge], 160, 'now', words)).toContain('phrases.complaint.more(billing)');
  });
});
