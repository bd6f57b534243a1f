import { randomBytes, randomUUID } from 'node:crypto';
import { BadRequestException } from '@nestjs/common';
import { DEFAULT_COMPLAINT_POLICY } from '#domain/complaint.ts';
import { DEFAULT_TOUCHPOINTS } from '#domain/touchpoint.ts';
import { DEFAULT_WAIT_TARGET_MINUTES, WAIT_KINDS } from '#domain/wait.ts';
import type { Transaction } from '../database/database.ts';
import { Department } from '../database/entities/department.entity.ts';
import { Site } from '../database/entities/site.entity.ts';
import type { DepartmentStructureDto, SiteStructureDto, StructureDto } from './structure.dto.ts';

/** Creates or extends an organisation: its sites, their departments, and at first the defaults an administrator edits. */
export async function saveStructure(transaction: Transaction, structure: StructureDto): Promise<void> {
  refuseClashes(structure);
  await saveOrganisation(transaction, structure);
  await saveDefaults(transaction);
  for (const site of structure.sites) await saveSite(transaction, site);
}

/** The department of a site that holds what names no other. */
export const generalCodeOf = (siteCode: string): string => `${siteCode}-general`;

/** Names a code given twice, and one that Bedside keeps for a site as a whole. */
function refuseClashes({ sites }: StructureDto): void {
  const generals = new Set(sites.map(({ code }) => generalCodeOf(code)));
  const departments = sites.flatMap((site) => site.departments.map(({ code }) => code));
  const kept = departments.find((code) => generals.has(code));
  if (kept !== undefined) {
    throw new BadRequestException(
      `Department ${kept} has the code that stands for its site as a whole: give it another, such as ${kept}-medicine.`,
    );
  }
  for (const [what, codes] of [
    ['Site', sites.map(({ code }) => code)],
    ['Department', departments],
  ] as const) {
    const twice = codes.find((code, index) => codes.indexOf(code) !== index);
    if (twice !== undefined)
      throw new BadRequestException(`${what} ${twice} is named twice: give each a code of its own.`);
  }
}

async function saveOrganisation({ query, scope }: Transaction, structure: StructureDto): Promise<void> {
  await query(
    `insert into organisation (organisation_id, name, time_zone, demo, acknowledge_within_days, answer_within_days, pseudonym_key)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (organisation_id) do update set name = excluded.name, time_zone = excluded.time_zone, demo = excluded.demo`,
    [
      scope.organisationId,
      structure.name,
      structure.timeZone,
      structure.demo ?? false,
      DEFAULT_COMPLAINT_POLICY.acknowledgeWithinDays,
      DEFAULT_COMPLAINT_POLICY.answerWithinDays,
      randomBytes(32),
    ],
  );
}

async function saveDefaults({ query, scope }: Transaction): Promise<void> {
  const slotOf = new Map(DEFAULT_TOUCHPOINTS.map(({ code }, index) => [code, index + 1]));
  await query(
    `insert into touchpoint (organisation_id, slot, code, parent_slot, position, name)
     select $1::uuid, x.* from (select unnest($2::int[]) slot, unnest($3::text[]) code, unnest($4::int[]) parent_slot,
       unnest($2::int[]) position, unnest($5::text[]) as name) x on conflict do nothing`,
    [
      scope.organisationId,
      DEFAULT_TOUCHPOINTS.map((_, index) => index + 1),
      DEFAULT_TOUCHPOINTS.map(({ code }) => code),
      DEFAULT_TOUCHPOINTS.map(({ parent }) => (parent === null ? null : slotOf.get(parent))),
      DEFAULT_TOUCHPOINTS.map(({ name }) => name),
    ],
  );
  await query(
    `insert into wait_target (organisation_id, kind, holds_from, minutes)
     select $1::uuid, x.kind, date '1990-01-01', x.minutes
     from (select unnest($2::int[]) kind, unnest($3::int[]) minutes) x on conflict do nothing`,
    [
      scope.organisationId,
      WAIT_KINDS.codes.map((code) => WAIT_KINDS.numberOf(code)),
      WAIT_KINDS.codes.map((code) => DEFAULT_WAIT_TARGET_MINUTES[code]),
    ],
  );
  await query(`insert into complaint_counter (organisation_id, next_number) values ($1, 1) on conflict do nothing`, [
    scope.organisationId,
  ]);
}

/** Creates a site, or renames one; its general department is named after it. */
export async function saveSite(transaction: Transaction, site: SiteStructureDto): Promise<void> {
  const { manager, query, scope } = transaction;
  const { organisationId } = scope;
  await query(
    `insert into site (organisation_id, id, code, name, time_zone) values ($1, $2, $3, $4, $5)
     on conflict (organisation_id, code) do update set name = excluded.name`,
    [organisationId, randomUUID(), site.code, site.name, site.timeZone],
  );
  const stored = await manager.findOneByOrFail(Site, { organisationId, code: site.code });
  if (stored.timeZone !== site.timeZone) {
    throw new BadRequestException(
      `The time zone of site ${site.code} is ${stored.timeZone}: it fixed the dates of what is stored and cannot change.`,
    );
  }
  await saveDepartment(transaction, stored.id, { code: generalCodeOf(site.code), name: site.name }, true);
  for (const department of parentsFirst(site)) await saveDepartment(transaction, stored.id, department, false);
}

async function saveDepartment(
  { manager, query, scope: { organisationId } }: Transaction,
  siteId: string,
  { code, name, parent }: DepartmentStructureDto,
  general: boolean,
): Promise<void> {
  const existing = await manager.findOneBy(Department, { organisationId, code });
  if (existing !== null && existing.siteId !== siteId) {
    throw new BadRequestException(
      `Department ${code} belongs to another site already: codes are unique in an organisation.`,
    );
  }
  const above = parent == null ? null : await manager.findOneBy(Department, { organisationId, siteId, code: parent });
  await query(
    `insert into department (organisation_id, id, site_id, parent_id, code, name, general) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (organisation_id, code) do update set name = excluded.name, parent_id = excluded.parent_id`,
    [organisationId, randomUUID(), siteId, above?.id ?? null, code, name, general],
  );
}

/** A site's departments so that each comes after the one above it; names a parent that is missing or circular. */
function parentsFirst({ code, departments }: SiteStructureDto): DepartmentStructureDto[] {
  const ordered: DepartmentStructureDto[] = [];
  const placed = new Set<string>();
  let waiting = departments;
  while (waiting.length > 0) {
    const ready = waiting.filter(({ parent }) => parent == null || placed.has(parent));
    if (ready.length === 0) {
      throw new BadRequestException(
        `Departments of site ${code} have a parent that is missing or stands below them: ${waiting.map((one) => one.code).join(', ')}.`,
      );
    }
    for (const department of ready) placed.add(department.code);
    ordered.push(...ready);
    waiting = waiting.filter((department) => !placed.has(department.code));
  }
  return ordered;
}
