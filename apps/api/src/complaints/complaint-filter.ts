import { BadRequestException } from '@nestjs/common';
import type { ComplaintsSearchDto } from '#contracts/complaints-query.dto.ts';
import { CHANNELS } from '#domain/channel.ts';
import { STAGES } from '#domain/complaint-stage.ts';
import type { Directory } from '../organisation/directory.ts';

/** A list's filters as the database knows them; null where everything is wanted. */
export interface ComplaintFilter {
  departmentIds: string[] | null;
  touchpointSlots: number[] | null;
  channels: number[] | null;
  stages: number[] | null;
  /** What title or narrative must hold, as a pattern of `ilike`. */
  words: string | null;
  number: number | null;
}

/** Turns codes into ids; a code that is not the organisation's own is a 400 that lists those that are. */
export function complaintFilter(query: ComplaintsSearchDto, directory: Directory): ComplaintFilter {
  return {
    departmentIds: departmentIdsOf(query, directory),
    touchpointSlots: query.touchpoint === undefined ? null : slotsOf(query.touchpoint, directory),
    channels: numbersOf(CHANNELS, query.channel),
    stages: numbersOf(STAGES, query.stage),
    ...searchOf(query.q),
  };
}

/** A department stands for those below it too. */
function departmentIdsOf(
  { site, department }: ComplaintsSearchDto,
  { sites, departments }: Directory,
): string[] | null {
  if (site === undefined && department === undefined) return null;
  const siteIds = site && new Set(site.map((code) => known('site', code, sites).id));
  const wanted = department && new Set(department.map((code) => known('department', code, departments).id));
  for (let before = -1; wanted && before < wanted.size;) {
    before = wanted.size;
    for (const { id, parentId } of departments) if (parentId !== null && wanted.has(parentId)) wanted.add(id);
  }
  return departments
    .filter(({ id, siteId }) => (siteIds?.has(siteId) ?? true) && (wanted?.has(id) ?? true))
    .map(({ id }) => id);
}

/** As in the cells, a touchpoint stands for itself alone, and slot 0 for none. */
function slotsOf(codes: readonly string[], { touchpoints }: Directory): number[] {
  const all = [...touchpoints, { code: 'unknown', slot: 0 }];
  return codes.map((code) => known('touchpoint', code, all).slot);
}

function known<Named extends { code: string }>(field: string, code: string, all: readonly Named[]): Named {
  const found = all.find((one) => one.code === code);
  if (found !== undefined) return found;
  throw new BadRequestException(`${field} must be one of ${all.map((one) => one.code).join(', ')}`);
}

function numbersOf(table: { numberOf(code: string): number | undefined }, codes: readonly string[] | undefined) {
  return codes?.map((code) => table.numberOf(code) ?? 0) ?? null;
}

const NUMBER = /^(?:c-?)?(\d{1,9})$/i;

function searchOf(q: string | undefined): Pick<ComplaintFilter, 'words' | 'number'> {
  const text = q?.normalize('NFC').trim() ?? '';
  if (text === '') return { words: null, number: null };
  const number = NUMBER.exec(text)?.[1];
  return {
    words: `%${text.replace(/[\\%_]/g, '\\$&')}%`,
    number: number === undefined ? null : Number(number),
  };
}
