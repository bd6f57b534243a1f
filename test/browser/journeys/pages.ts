import type { ComplaintsPageDto } from '#contracts/complaints.dto.ts';
import type { ImportsDto } from '#contracts/imports.dto.ts';
import type { Hospital } from './hospital.ts';

/** Every kind of page there is, by what a person would call it. */
export async function everyPage({ app }: Hospital): Promise<[name: string, path: string][]> {
  const answer = await app.inject({ method: 'GET', url: '/api/v1/complaints?view=overdue&limit=1' });
  const [complaint] = answer.json<ComplaintsPageDto>().rows;
  const imported = await app.inject({ method: 'GET', url: '/api/v1/imports?limit=1' });
  const [latest] = imported.json<ImportsDto>().imports;
  return [
    ['this week', '/this-week'],
    ['touchpoints', '/touchpoints'],
    ['waits', '/waits'],
    ['comparing', '/compare?from=2026-10-19&to=2026-11-16&by=site&a=hillcrest&b=riverside'],
    ['the queue', '/complaints'],
    ['a complaint', `/complaints/${complaint?.number}`],
    ['logging a complaint', '/complaints/new'],
    ['complaints in numbers', '/complaints/numbers'],
    ['records', '/records?metric=csat&from=2026-11-09&to=2026-11-16&department=ward-4b'],
    ['imports', '/imports'],
    ['an import', `/imports/${latest?.id}`],
    ['what was set aside', '/quarantine'],
    ['people', '/administration/people'],
    ['an invitation', '/administration/people?invite'],
    ['departments', '/administration/departments'],
    ['the journey', '/administration/touchpoints'],
    ['sources', '/administration/sources'],
    ['one source', '/administration/sources/survey-tool'],
    ['settings', '/administration/settings'],
    ['the audit trail', '/administration/audit'],
    ['a breach report', '/administration/audit?show=breach'],
    ['the door', '/sign-in'],
    ['one’s own account', '/account'],
    ['a patient’s data', '/administration/patients'],
    ['not signed in', '/not-signed-in?why=no-role'],
    ['no such page', '/nowhere'],
  ];
}
