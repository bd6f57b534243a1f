import { ApiProperty } from '@nestjs/swagger';
import { PERSON_STATES, type PersonState } from '#domain/person-state.ts';
import { ROLES, type Role } from '#domain/role.ts';

/** Somebody with an account, as administrators and auditors see them. */
export class PersonDto {
  @ApiProperty() id: string;
  @ApiProperty() email: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: ROLES, enumName: 'Role' }) role: Role;
  @ApiProperty({
    enum: ROLES,
    enumName: 'Role',
    nullable: true,
    description: 'The role the identity provider says, where they stayed the last administrator who can sign in.',
  })
  claimedRole: Role | null;
  @ApiProperty({ type: [String], description: 'Codes of the departments given; none for roles that see them all.' })
  departments: string[];
  @ApiProperty({ type: String, nullable: true }) language: string | null;
  @ApiProperty({ enum: PERSON_STATES }) state: PersonState;
  @ApiProperty({ type: String, nullable: true, description: 'Until when the invitation is good; null without one.' })
  invitedUntil: string | null;
  @ApiProperty({ description: 'True when they have a password here, and do not only come from the identity provider.' })
  hasPassword: boolean;
  @ApiProperty() secondFactor: boolean;
  @ApiProperty({ description: 'True for a sign-in of the demo network.' }) demo: boolean;
  @ApiProperty({ type: String, nullable: true }) lastSignedInAt: string | null;
  @ApiProperty({ description: 'Sessions open now.' }) sessions: number;
  @ApiProperty({ description: 'True for whoever asks.' }) you: boolean;
  @ApiProperty({ description: 'To send back with a change.' }) version: string;
}

export class PeopleDto {
  @ApiProperty({ type: [PersonDto] }) people: PersonDto[];
}

/** A person who was sent a link, or whose link is to be handed over. */
export class LinkedPersonDto {
  @ApiProperty({ type: PersonDto }) person: PersonDto;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'The link to hand over yourself, told this once; null when it went out by mail.',
  })
  link: string | null;
  @ApiProperty() goodUntil: string;
}

export class PersonSessionDto {
  @ApiProperty() id: string;
  @ApiProperty() createdAt: string;
  @ApiProperty() lastSeenAt: string;
  @ApiProperty({ type: String, nullable: true }) address: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'What the browser calls itself.' }) agent: string | null;
}

export class PersonSessionsDto {
  @ApiProperty({ type: [PersonSessionDto] }) sessions: PersonSessionDto[];
}
