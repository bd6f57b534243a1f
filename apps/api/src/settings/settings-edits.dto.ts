import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What changes of the targets; what is left out stays. */
export class TargetsEditDto {
  @ApiProperty({ description: 'The version that was read.' })
  @IsString()
  @MaxLength(40)
  version: string;

  @ApiPropertyOptional({ minimum: 10, maximum: 100 })
  @IsOptional()
  @IsInt()
  @Min(10, { message: 'minimumResponses must be at least 10: fewer answers may give away who gave them' })
  @Max(100)
  minimumResponses?: number;

  @ApiPropertyOptional({ minimum: 1, maximum: 60 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(60)
  acknowledgeWithinDays?: number;

  @ApiPropertyOptional({ minimum: 1, maximum: 250 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(250)
  answerWithinDays?: number;

  @ApiPropertyOptional({ type: [Number] })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1, { message: 'workingDays must name at least one day' })
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  workingDays?: number[];

  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @Matches(DATE, { each: true, message: 'holidays must be dates like 2026-12-25' })
  holidays?: string[];
}

export class WaitTargetEditDto {
  @ApiProperty({ minimum: 1, maximum: 525_600 })
  @IsInt({ message: 'minutes must be a whole number' })
  @Min(1)
  @Max(525_600)
  minutes: number;

  @ApiPropertyOptional({
    type: Number,
    nullable: true,
    description:
      'The minutes that were read, null where no target began on the date: a change somebody else made since is not undone. Left out, none is minded.',
  })
  @IsOptional()
  @IsInt()
  was?: number | null;
}

export class WaitTargetRemovalDto {
  @ApiPropertyOptional({ description: 'The minutes that were read. Left out, whatever they are is removed.' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  was?: number;
}

/** What changes of the rules; what is left out stays. */
export class RulesEditDto {
  @ApiProperty({ description: 'The version that was read.' })
  @IsString()
  @MaxLength(40)
  version: string;

  @ApiPropertyOptional({ minimum: 5, maximum: 1440 })
  @IsOptional()
  @IsInt()
  @Min(5)
  @Max(1440)
  sessionIdleMinutes?: number;

  @ApiPropertyOptional({ minimum: 1, maximum: 168 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(168)
  sessionHours?: number;

  @ApiPropertyOptional()
  @IsOptional()
  @IsBoolean()
  secondFactorRequired?: boolean;

  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 1, maximum: 3650 })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(3650)
  quarantineDays?: number | null;

  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 30, maximum: 36_500 })
  @IsOptional()
  @IsInt()
  @Min(30, { message: 'wordsDays must be at least 30: complaints are answered with them' })
  @Max(36_500)
  wordsDays?: number | null;
}
