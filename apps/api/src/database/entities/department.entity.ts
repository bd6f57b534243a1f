import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'department', synchronize: false })
export class Department {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'site_id' }) siteId: string;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId: string | null;
  @Column('text') code: string;
  @Column('text') name: string;
  /** The one department of its site that holds what names no department. */
  @Column('boolean') general: boolean;
}
