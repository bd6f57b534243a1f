import { ApiProperty } from '@nestjs/swagger';
import { ROLES, type Role } from '#domain/role.ts';

/** One thing the signed-in person may do, by the table of abilities. */
export class AbilityDto {
  @ApiProperty({ example: 'read' }) action: string;
  @ApiProperty({ example: 'words' }) subject: string;
}

/** The person who is signed in. */
export class SessionDto {
  @ApiProperty() email: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: ROLES, enumName: 'Role' }) role: Role;
  @ApiProperty({ type: String, nullable: true, description: 'The language chosen last; null for the browser’s.' })
  language: string | null;
  @ApiProperty({ type: [String], description: 'Codes of the departments given; none for roles that see them all.' })
  departments: string[];
  @ApiProperty({ type: [AbilityDto] }) abilities: AbilityDto[];
}
