import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { type Channel, CHANNELS } from '#domain/channel.ts';
import { CODE } from '#domain/code.ts';
import { STAGES, type Stage } from '#domain/complaint-stage.ts';
import { COMPLAINT_VIEWS, type ComplaintView } from './complaints.dto.ts';

/** `?site=a&site=b` and `?site=a` both arrive as a list. */
const AsList = () => Transform(({ value }) => (value === undefined || Array.isArray(value) ? value : [value]));

const CURSOR = /^[A-Za-z0-9_-]{1,60}$/;
const CODES = { type: 'array', items: { type: 'string', pattern: CODE.source } } as const;

/** Which complaints to list. Values of one filter are joined by "or", filters by "and". */
export class ComplaintsQueryDto {
  @ApiPropertyOptional({
    enum: COMPLAINT_VIEWS,
    default: 'open',
    description: 'due-soon: due within three working days and not overdue.',
  })
  @IsOptional()
  @IsIn(COMPLAINT_VIEWS, { message: `view must be one of ${COMPLAINT_VIEWS.join(', ')}` })
  view?: ComplaintView;

  @ApiPropertyOptional({ enum: STAGES.codes, isArray: true })
  @IsOptional()
  @AsList()
  @IsIn(STAGES.codes, { each: true, message: `stage must be one of ${STAGES.codes.join(', ')}` })
  stage?: Stage[];

  @ApiPropertyOptional({ ...CODES, description: 'Codes of sites.' })
  @IsOptional()
  @AsList()
  @ArrayMaxSize(200, { message: 'site may name at most 200 sites' })
  @Matches(CODE, { each: true, message: 'site must be a code from GET /api/v1/organisation' })
  site?: string[];

  @ApiPropertyOptional({ ...CODES, description: 'Codes of departments.' })
  @IsOptional()
  @AsList()
  @ArrayMaxSize(200, { message: 'department may name at most 200 departments' })
  @Matches(CODE, { each: true, message: 'department must be a code from GET /api/v1/organisation' })
  department?: string[];

  @ApiPropertyOptional({
    ...CODES,
    description: 'Codes of touchpoints; unknown for complaints that name none.',
  })
  @IsOptional()
  @AsList()
  @ArrayMaxSize(200, { message: 'touchpoint may name at most 200 touchpoints' })
  @Matches(CODE, { each: true, message: 'touchpoint must be a code from GET /api/v1/organisation' })
  touchpoint?: string[];

  @ApiPropertyOptional({ enum: [...CHANNELS.codes, 'unknown'], isArray: true })
  @IsOptional()
  @AsList()
  @IsIn([...CHANNELS.codes, 'unknown'], {
    each: true,
    message: `channel must be one of ${CHANNELS.codes.join(', ')}, unknown`,
  })
  channel?: (Channel | 'unknown')[];

  @ApiPropertyOptional({ pattern: CURSOR.source, description: 'The `next` of the page before.' })
  @IsOptional()
  @Matches(CURSOR, { message: 'cursor must be the next value of an earlier page' })
  cursor?: string;

  @ApiPropertyOptional({ default: 50, minimum: 0, maximum: 200, description: '0 for the counts alone.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'limit must be a whole number' })
  @Min(0, { message: 'limit must be at least 0' })
  @Max(200, { message: 'limit must be at most 200' })
  limit?: number;
}

/** The same with words to look for, which may be a patient's: they travel in a body, never in an address. */
export class ComplaintsSearchDto extends ComplaintsQueryDto {
  @ApiPropertyOptional({ description: 'Words in the title or the narrative, or the number (C-2291).' })
  @IsOptional()
  @IsString({ message: 'q must be the words to look for' })
  @MaxLength(200, { message: 'q may be at most 200 characters long' })
  q?: string;
}
