import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The system or file rows come from; with a row's own id it makes the natural key. */
@Entity({ name: 'source', synchronize: false })
export class Source {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('text') name: string;
}
