import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'site', synchronize: false })
export class Site {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('text') name: string;
  /** Fixes the calendar date of everything that happens here. */
  @Column('text', { name: 'time_zone' }) timeZone: string;
}
