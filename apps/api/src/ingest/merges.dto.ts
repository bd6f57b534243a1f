import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, IsString, Length, ValidateNested } from 'class-validator';

const NUMBER = { message: 'retired and surviving must each be an identifier of at most 200 characters' };
const ROW = { message: 'an externalId must be the id of a wait, of at most 200 characters' };

/** Two identifiers that turned out to be of one visit, or of one patient. They are numbers of people, so they travel in a body. */
export class MergeDto {
  @ApiProperty({ example: 'V-1024', description: 'The identifier that holds no longer, as rows name it in `visit`.' })
  @IsString(NUMBER)
  @Length(1, 200, NUMBER)
  retired: string;

  @ApiProperty({ example: 'V-1007', description: 'The one that takes its place.' })
  @IsString(NUMBER)
  @Length(1, 200, NUMBER)
  surviving: string;

  @ApiPropertyOptional({
    description: 'externalId of the wait of the retired visit: given with the other, it counts once.',
  })
  @IsOptional()
  @IsString(ROW)
  @Length(1, 200, ROW)
  retiredExternalId?: string;

  @ApiPropertyOptional({
    description: 'externalId of the wait of the surviving one, whether it has come or not.',
  })
  @IsOptional()
  @IsString(ROW)
  @Length(1, 200, ROW)
  survivingExternalId?: string;
}

export class MergesDto {
  @ApiProperty({ type: [MergeDto] })
  @IsArray({ message: 'merges must be a list' })
  @ArrayMinSize(1, { message: 'merges must name at least one pair' })
  @ArrayMaxSize(5_000, { message: 'send at most 5000 merges at once' })
  @ValidateNested({ each: true })
  @Type(() => MergeDto)
  merges: MergeDto[];
}
