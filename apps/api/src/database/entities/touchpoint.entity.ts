import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A step of the journey, or a finer point of one. Its slot is where its scores stand in facts and cells, for ever. */
@Entity({ name: 'touchpoint', synchronize: false })
export class Touchpoint {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId: string;
  @PrimaryColumn('smallint') slot: number;
  @Column('text') code: string;
  @Column('smallint', { name: 'parent_slot', nullable: true }) parentSlot: number | null;
  @Column('smallint') position: number;
  @Column('text') name: string;
  @Column('boolean') renamed: boolean;
  @Column('boolean') active: boolean;
}
