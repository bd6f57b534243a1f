import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsTimeZone,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { CODE } from '#domain/code.ts';

const POSITION_MESSAGE = 'position must be a whole number from 0 to 10000';
/** A name, not an offset: clocks change. */
const NAMED_ZONE = /^[A-Za-z]/;
const ZONE_MESSAGE = 'timeZone must be an IANA time zone like Asia/Bangkok';
const CODE_MESSAGE = 'code must be lower-case Latin letters, digits and single hyphens, like ward-4b';

export class DepartmentStructureDto {
  @ApiProperty({ example: 'ward-4b' })
  @Matches(CODE, { message: CODE_MESSAGE })
  @MaxLength(60)
  code: string;

  @ApiProperty({ example: 'Ward 4B' })
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  name: string;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'Code of the department above it, at the same site.',
  })
  @IsOptional()
  @Matches(CODE, { message: CODE_MESSAGE })
  parent?: string | null;
}

export class SiteStructureDto {
  @ApiProperty({ example: 'riverside' })
  @Matches(CODE, { message: CODE_MESSAGE })
  @MaxLength(60)
  code: string;

  @ApiProperty({ example: 'Riverside Hospital' })
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  name: string;

  @ApiProperty({ example: 'Asia/Ho_Chi_Minh', description: 'Fixes the calendar date of all that happens here.' })
  @IsTimeZone({ message: ZONE_MESSAGE })
  @Matches(NAMED_ZONE, { message: ZONE_MESSAGE })
  timeZone: string;

  @ApiProperty({ type: [DepartmentStructureDto] })
  @IsArray()
  @ArrayMaxSize(2000)
  @IsObject({ each: true, message: 'departments must be a list of objects' })
  @ValidateNested({ each: true })
  @Type(() => DepartmentStructureDto)
  departments: DepartmentStructureDto[];
}

/** The organisation as a tree. Sent again it renames and adds; it never removes, so that no fact loses its place. */
export class StructureDto {
  @ApiProperty({ example: 'Lakeside Health' })
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  name: string;

  @ApiProperty({ example: 'Asia/Ho_Chi_Minh', description: 'Decides what “today” and “this week” are.' })
  @IsTimeZone({ message: ZONE_MESSAGE })
  @Matches(NAMED_ZONE, { message: ZONE_MESSAGE })
  timeZone: string;

  @ApiPropertyOptional({ description: 'True for the demo network, so that pages can say so.' })
  @IsOptional()
  @IsBoolean()
  demo?: boolean;

  @ApiProperty({ type: [SiteStructureDto] })
  @IsArray()
  @ArrayMinSize(1, { message: 'sites must name at least one site' })
  @ArrayMaxSize(200)
  @IsObject({ each: true, message: 'sites must be a list of objects' })
  @ValidateNested({ each: true })
  @Type(() => SiteStructureDto)
  sites: SiteStructureDto[];
}

/** A touchpoint as an organisation edits it. */
export class TouchpointEditDto {
  @ApiProperty({ example: 'Parking' })
  @IsString()
  @MinLength(1)
  @MaxLength(80)
  name: string;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description: 'Code of the touchpoint it refines; left out for a step of the journey.',
  })
  @IsOptional()
  @Matches(CODE, { message: CODE_MESSAGE })
  parent?: string | null;

  @ApiPropertyOptional({ type: Number, nullable: true, description: 'Order in the journey; at its end when left out.' })
  @IsOptional()
  @IsInt({ message: POSITION_MESSAGE })
  @Min(0, { message: POSITION_MESSAGE })
  @Max(10_000, { message: POSITION_MESSAGE })
  position?: number | null;

  @ApiPropertyOptional({ description: 'False retires it: old scores stay.' })
  @IsOptional()
  @IsBoolean()
  active?: boolean;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    description:
      'The version that was read, null where there was none of this code: a change somebody else made since is not undone. Left out, none is minded.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  version?: string | null;
}
