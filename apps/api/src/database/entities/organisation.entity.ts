import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The tenant: a hospital network, or a single clinic. */
@Entity({ name: 'organisation', synchronize: false })
export class Organisation {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('text') name: string;
  @Column('text', { name: 'time_zone' }) timeZone: string;
  /** Scores resting on fewer answers are withheld. */
  @Column('smallint', { name: 'minimum_responses' }) minimumResponses: number;
  @Column('boolean') demo: boolean;
  /** ISO weekdays on which complaints are worked on. */
  @Column('smallint', { name: 'working_days', array: true }) workingDays: number[];
  @Column('date', { array: true }) holidays: string[];
  @Column('smallint', { name: 'acknowledge_within_days' }) acknowledgeWithinDays: number;
  @Column('smallint', { name: 'answer_within_days' }) answerWithinDays: number;
  /** Keys the pseudonyms of this organisation's visits. */
  @Column('bytea', { name: 'pseudonym_key' }) pseudonymKey: Buffer;
}
