import { ApiProperty, ApiPropertyOptional, IntersectionType, OmitType, PickType } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { CODE } from '#domain/code.ts';
import { ReadVersionDto } from '../editing/read-version.dto.ts';
import { DepartmentStructureDto, SiteStructureDto, StructureDto } from './structure.dto.ts';

/** The organisation's own name, and the time zone that decides what its “today” is. */
export class OrganisationEditDto extends IntersectionType(
  PickType(StructureDto, ['name', 'timeZone']),
  ReadVersionDto,
) {}

/** A place with a calendar of its own; it begins with the one department that holds what names no other. */
export class NewSiteDto extends OmitType(SiteStructureDto, ['departments']) {}

export class SiteEditDto extends IntersectionType(PickType(SiteStructureDto, ['name']), ReadVersionDto) {}

export class NewDepartmentDto extends DepartmentStructureDto {
  @ApiProperty({ description: 'Code of its site.' })
  @IsString()
  @MaxLength(60)
  site: string;
}

/** What changes of a department; what is left out stays. */
export class DepartmentEditDto extends IntersectionType(PickType(DepartmentStructureDto, ['name']), ReadVersionDto) {
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'Code of the department above it, at the same site; null to stand directly below the site.',
  })
  @IsOptional()
  @Matches(CODE, { message: 'parent must be the code of a department of the same site, or null' })
  parent?: string | null;
}

/** The journey in its order: the codes that are named come one after the other. */
export class TouchpointOrderDto extends ReadVersionDto {
  @ApiProperty({ type: [String], example: ['scheduling', 'check-in', 'care'] })
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  order: string[];
}
