import { ApiProperty, PickType } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { StructureDto } from '../organisation/structure.dto.ts';

/** The hospital that moves in where the demo was. */
export class DemoRemovalWishDto extends PickType(StructureDto, ['name', 'timeZone']) {
  @ApiProperty({ description: 'The demo’s name, typed, so that nobody removes it by a slip.' })
  @IsString()
  @MaxLength(120)
  confirm: string;
}
