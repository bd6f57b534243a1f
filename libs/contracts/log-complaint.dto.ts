import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { CHANNELS, type Channel } from '#domain/channel.ts';
import { COMPLAINT_SUBJECTS, type ComplaintSubject, SEVERITIES, type Severity } from '#domain/complaint.ts';

/** A complaint as somebody took it down who heard, read or opened it. */
export class LogComplaintDto {
  @ApiProperty({ description: 'Made by the form: the same one sent twice is one complaint.' })
  @IsUUID(undefined, { message: 'requestId must be a uuid' })
  requestId: string;

  @ApiProperty({ description: 'Code of the department it is about, one that you may see.' })
  @IsString({ message: 'department must be the code of the department it is about' })
  @MaxLength(200, { message: 'department must be the code of the department it is about' })
  department: string;

  @ApiProperty({ enum: CHANNELS.codes, description: 'How it came in.' })
  @IsIn(CHANNELS.codes, { message: `channel must be one of ${CHANNELS.codes.join(', ')}` })
  channel: Channel;

  @ApiPropertyOptional({ description: 'When it reached the organisation; now, when left out.' })
  @IsOptional()
  @IsString({ message: 'receivedAt must be an instant like 2026-11-22T09:30:00Z' })
  @MaxLength(40, { message: 'receivedAt must be an instant like 2026-11-22T09:30:00Z' })
  receivedAt?: string;

  @ApiProperty({ description: 'What the patient said, in their words. Emails and phones are masked.' })
  @IsString({ message: 'narrative must tell what the patient said' })
  @MinLength(1, { message: 'narrative must tell what the patient said' })
  @MaxLength(50_000, { message: 'narrative may be at most 50,000 characters long' })
  narrative: string;

  @ApiPropertyOptional({ description: 'One line that tells staff what it is about.' })
  @IsOptional()
  @IsString({ message: 'title must be a line of text' })
  @MaxLength(200, { message: 'title may be at most 200 characters long' })
  title?: string;

  @ApiPropertyOptional({ enum: COMPLAINT_SUBJECTS.codes, isArray: true, description: 'The main one first.' })
  @IsOptional()
  @IsArray({ message: 'subjects must be a list of codes' })
  @ArrayMaxSize(10, { message: 'subjects may hold at most 10 codes' })
  @IsIn(COMPLAINT_SUBJECTS.codes, {
    each: true,
    message: `each of subjects must be one of ${COMPLAINT_SUBJECTS.codes.join(', ')}`,
  })
  subjects?: ComplaintSubject[];

  @ApiPropertyOptional({ enum: SEVERITIES.codes, description: 'medium, when left out.' })
  @IsOptional()
  @IsIn(SEVERITIES.codes, { message: `severity must be one of ${SEVERITIES.codes.join(', ')}` })
  severity?: Severity;

  @ApiPropertyOptional({ description: 'Code of the touchpoint it concerns.' })
  @IsOptional()
  @IsString({ message: 'touchpoint must be the code of a touchpoint' })
  @MaxLength(60, { message: 'touchpoint must be the code of a touchpoint' })
  touchpoint?: string;

  @ApiPropertyOptional({ description: 'BCP 47 tag of the patient’s words.' })
  @IsOptional()
  @IsString({ message: 'language must be a tag like vi or en-GB' })
  @MaxLength(35, { message: 'language must be a tag like vi or en-GB' })
  language?: string;

  @ApiPropertyOptional({ description: 'Any identifier of the visit; kept only as a keyed pseudonym.' })
  @IsOptional()
  @IsString({ message: 'visit must be the identifier of a visit' })
  @MaxLength(200, { message: 'visit may be at most 200 characters long' })
  visit?: string;
}
