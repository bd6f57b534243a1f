import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import { LARGEST_FILE } from './upload-limits.ts';

/** A file that somebody is about to send. */
export class NewUploadDto {
  @ApiProperty({ example: 'exit-survey-2026-11.csv', maxLength: 200 })
  @IsString({ message: 'name must be the name of the file' })
  @MinLength(1, { message: 'name must be the name of the file' })
  @MaxLength(200, { message: 'name may be at most 200 characters long' })
  name: string;

  @ApiProperty({ minimum: 1, maximum: LARGEST_FILE, description: 'Bytes of the whole file.' })
  @IsInt({ message: 'bytes must be the size of the file in bytes' })
  @Min(1, { message: 'bytes must be at least 1: an empty file holds no rows' })
  @Max(LARGEST_FILE, { message: 'bytes may be at most 2 GB: cut the file in two' })
  bytes: number;
}

/** Where a piece of a file begins. */
export class PieceQueryDto {
  @ApiProperty({ minimum: 0, maximum: LARGEST_FILE, description: 'How many bytes come before it: `received`.' })
  @Type(() => Number)
  @IsInt({ message: 'offset must be the number of bytes that come before the piece' })
  @Min(0, { message: 'offset must be the number of bytes that come before the piece' })
  @Max(LARGEST_FILE, { message: 'offset must be the number of bytes that come before the piece' })
  offset: number;
}
