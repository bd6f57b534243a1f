import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsObject, Min } from 'class-validator';

/** A mapping put right by hand. */
export class MappingEditDto {
  @ApiProperty({ type: Object, description: 'How the columns of the source’s files become fields.' })
  @IsObject({ message: 'mapping must be an object' })
  mapping: object;

  @ApiProperty({ minimum: 0, description: 'The version it was made from; 0 where there was none.' })
  @IsInt({ message: 'version must be the one that was read, or 0' })
  @Min(0, { message: 'version must be the one that was read, or 0' })
  version: number;
}
