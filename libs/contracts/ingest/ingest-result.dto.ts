import { ApiProperty } from '@nestjs/swagger';

/** One refused row: where it stood, which field, why, and what to do. */
export class RejectDto {
  @ApiProperty({ description: 'Position of the row in what was sent, from 1 (the line number for a file).' })
  row: number;

  @ApiProperty({ type: String, nullable: true, description: 'The field at fault; null when the whole row is.' })
  field: string | null;

  @ApiProperty({ description: 'Stable name of the reason.', example: 'out-of-range' })
  code: string;

  @ApiProperty({ description: 'The reason and the remedy, in words; it never repeats a patient’s words.' })
  message: string;
}

/** What became of every row: read = accepted + updated + unchanged + quarantined. */
export class IngestResultDto {
  @ApiProperty({ description: 'Rows read.' })
  read: number;

  @ApiProperty({ description: 'New facts stored.' })
  accepted: number;

  @ApiProperty({ description: 'Facts replaced by a corrected row.' })
  updated: number;

  @ApiProperty({
    description: 'Rows that were already there as sent, or were replaced by a later row of the same sending.',
  })
  unchanged: number;

  @ApiProperty({ description: 'Rows refused and kept aside with their reason.' })
  quarantined: number;

  @ApiProperty({
    type: Object,
    description: 'How many identifiers were masked in the words of the rows that were not refused, by detector.',
    example: { phone: 3 },
  })
  masked: Record<string, number>;

  @ApiProperty({ type: [RejectDto], description: 'The first 100 refused rows.' })
  rejects: RejectDto[];
}
