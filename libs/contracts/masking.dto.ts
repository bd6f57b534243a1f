import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsString, MaxLength } from 'class-validator';
import { DETECTORS, type Detector, MOST_HOSPITAL_NUMBERS } from '#domain/masking.ts';

/** How much was masked in what came in one month. */
export class MaskedMonthDto {
  @ApiProperty({ example: '2026-11' }) month: string;
  @ApiProperty({ type: Object, description: 'How many finds were masked, by detector.', example: { phone: 3 } })
  masked: Record<string, number>;
}

/** What is masked in the words of a source before they are stored. */
export class SourceMaskingDto {
  @ApiProperty({ enum: DETECTORS, isArray: true, description: 'In survey comments, reviews and replies to them.' })
  feedback: Detector[];
  @ApiProperty({ enum: DETECTORS, isArray: true, description: 'In complaints and notes about them.' })
  complaints: Detector[];
  @ApiProperty({
    type: [String],
    description: 'How numbers of the hospital’s own look: # is a digit.',
    example: ['HN######'],
  })
  hospitalNumbers: string[];
  @ApiProperty({ type: [MaskedMonthDto], description: 'What was masked, by the month it came in; the latest first.' })
  months: MaskedMonthDto[];
  @ApiProperty({ description: 'To send back with a change.' }) version: string;
}

const FEW = { message: `$property must be some of: ${DETECTORS.join(', ')}`, each: true };

/** Another choice of what is masked; it holds for what comes in from then on. */
export class MaskingEditDto {
  @ApiProperty({ enum: DETECTORS, isArray: true })
  @IsArray()
  @ArrayUnique()
  @IsIn(DETECTORS, FEW)
  feedback: Detector[];

  @ApiProperty({ enum: DETECTORS, isArray: true })
  @IsArray()
  @ArrayUnique()
  @IsIn(DETECTORS, FEW)
  complaints: Detector[];

  @ApiProperty({ type: [String], example: ['HN######'] })
  @IsArray()
  @ArrayMaxSize(MOST_HOSPITAL_NUMBERS)
  @IsString({ each: true })
  @MaxLength(30, { each: true })
  hospitalNumbers: string[];

  @ApiProperty({ description: 'The version that was read.' })
  @IsString()
  @MaxLength(40)
  version: string;
}

/** A text to see masked; it is kept nowhere. */
export class MaskingTrialDto {
  @ApiProperty()
  @IsString()
  @MaxLength(5_000)
  text: string;

  @ApiProperty({ enum: DETECTORS, isArray: true, description: 'What to look for.' })
  @IsArray()
  @ArrayUnique()
  @IsIn(DETECTORS, FEW)
  detectors: Detector[];

  @ApiProperty({ type: [String], example: ['HN######'] })
  @IsArray()
  @ArrayMaxSize(MOST_HOSPITAL_NUMBERS)
  @IsString({ each: true })
  @MaxLength(30, { each: true })
  hospitalNumbers: string[];
}

/** The text as it would be stored. */
export class MaskedTextDto {
  @ApiProperty() text: string;
  @ApiProperty({ type: Object, example: { phone: 1 } }) masked: Record<string, number>;
}
