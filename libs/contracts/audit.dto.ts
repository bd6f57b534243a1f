import { ApiProperty } from '@nestjs/swagger';

export const ACTOR_KINDS = ['person', 'key', 'system'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

export const TOUCHED_KINDS = ['complaint', 'survey-response', 'review', 'wait', 'complaint-event', 'gone'] as const;
export type TouchedKind = (typeof TOUCHED_KINDS)[number];

/** Something that was done: who, what, to what, from where, when. */
export class AuditEventDto {
  @ApiProperty({ description: 'Its number on the trail, from 1 without gaps.' }) seq: number;
  @ApiProperty() at: string;
  @ApiProperty({ enum: ACTOR_KINDS, enumName: 'ActorKind' }) actorKind: ActorKind;
  @ApiProperty({ type: String, nullable: true, description: 'Of the account or the key.' }) actorId: string | null;
  @ApiProperty({ description: 'The name they had then.' }) actorName: string;
  @ApiProperty({ type: String, nullable: true, description: 'Network address; null for work on the machine itself.' })
  address: string | null;
  @ApiProperty({ example: 'complaint.read' }) action: string;
  @ApiProperty({ type: String, nullable: true }) subjectKind: string | null;
  @ApiProperty({ type: String, nullable: true }) subject: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The name an account has now.' }) subjectName:
    string | null;
  @ApiProperty({ type: [String], description: 'Ids of the records read, changed or erased.' }) records: string[];
  @ApiProperty({ type: 'object', additionalProperties: true }) details: Record<string, unknown>;
}

export class AuditPageDto {
  @ApiProperty({ description: 'In which times are to be told.' }) timeZone: string;
  @ApiProperty({ type: [AuditEventDto], description: 'Newest first.' }) rows: AuditEventDto[];
  @ApiProperty({ type: String, nullable: true, description: 'Cursor of the next page; null on the last.' }) next:
    string | null;
}

/** Somebody, or something, that has acted. */
export class AuditActorDto {
  @ApiProperty() id: string;
  @ApiProperty({ enum: ACTOR_KINDS, enumName: 'ActorKind' }) kind: ActorKind;
  @ApiProperty({ description: 'The name they had last.' }) name: string;
  @ApiProperty() lastAt: string;
}

export class AuditFaultDto {
  @ApiProperty({ description: 'The number of the event.' }) seq: number;
  @ApiProperty({ example: 'changed' }) fault: string;
}

/** What became of verifying the whole trail. */
export class AuditVerificationDto {
  @ApiProperty({ description: 'Events found as they were written.' }) events: number;
  @ApiProperty({ type: Number, nullable: true, description: 'The number of the last of them.' }) upTo: number | null;
  @ApiProperty({ type: String, nullable: true }) hash: string | null;
  @ApiProperty({ type: String, nullable: true }) at: string | null;
  @ApiProperty({ description: 'In which that is to be told.' }) timeZone: string;
  @ApiProperty({ description: 'Whether the end is signed by a key that is not in the database.' }) signed: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'The public key; null where there is none.' }) publicKey:
    string | null;
  @ApiProperty({ type: [Number], description: 'Events at which an unknown key, or none, gave way to this one.' })
  keyChanges: number[];
  @ApiProperty({ type: AuditFaultDto, nullable: true, description: 'The first broken place.' })
  fault: AuditFaultDto | null;
}

/** How often somebody did one kind of thing, and to how many records. */
export class BreachActionDto {
  @ApiProperty({ example: 'records.read' }) action: string;
  @ApiProperty() events: number;
  @ApiProperty({ description: 'Different records.' }) records: number;
}

/** One record somebody saw, changed or erased. */
export class BreachRecordDto {
  @ApiProperty() id: string;
  @ApiProperty({ enum: TOUCHED_KINDS, enumName: 'TouchedKind', description: 'gone: it is not held any more.' })
  kind: TouchedKind;
  @ApiProperty({ type: Number, nullable: true, description: 'Number of the complaint.' }) complaint: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'Code of its department.' }) department: string | null;
  @ApiProperty({ description: 'In how many events.' }) times: number;
  @ApiProperty() firstAt: string;
  @ApiProperty() lastAt: string;
  @ApiProperty({ type: [String] }) actions: string[];
  @ApiProperty({ type: [String] }) addresses: string[];
}

/** Everything one account or key read in a span of time. */
export class BreachReportDto {
  @ApiProperty({ type: AuditActorDto }) actor: AuditActorDto;
  @ApiProperty() from: string;
  @ApiProperty({ description: 'Exclusive.' }) to: string;
  @ApiProperty() timeZone: string;
  @ApiProperty({ description: 'Everything they did in that time.' }) events: number;
  @ApiProperty({ description: 'Different records they read, changed or erased.' }) records: number;
  @ApiProperty({ type: [String], description: 'Where from.' }) addresses: string[];
  @ApiProperty({ type: [BreachActionDto] }) actions: BreachActionDto[];
  @ApiProperty({ type: [BreachRecordDto], description: 'The latest first; on the page the first 500.' })
  rows: BreachRecordDto[];
}
