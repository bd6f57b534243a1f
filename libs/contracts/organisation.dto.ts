import { ApiProperty } from '@nestjs/swagger';

export class SiteDto {
  @ApiProperty() code: string;
  @ApiProperty() name: string;
  @ApiProperty({ example: 'Asia/Ho_Chi_Minh' }) timeZone: string;
  @ApiProperty({ description: 'To send back with a change.' }) version: string;
}

export class DepartmentDto {
  @ApiProperty() code: string;
  @ApiProperty() name: string;
  @ApiProperty({ description: 'Code of its site.' }) site: string;
  @ApiProperty({ type: String, nullable: true, description: 'Code of the department above it.' }) parent: string | null;
  @ApiProperty({ description: 'True for the one department of each site that holds what names no department.' })
  general: boolean;
  @ApiProperty({
    description: 'False for one above the caller’s own departments, named so that the tree can be drawn.',
  })
  inScope: boolean;
  @ApiProperty({ description: 'To send back with a change.' }) version: string;
}

export class TouchpointDto {
  @ApiProperty() code: string;
  @ApiProperty({ description: 'The organisation’s own name for it, or the English default.' }) name: string;
  @ApiProperty({ description: 'True when the organisation renamed it, so that no translation applies.' })
  renamed: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'The touchpoint it refines.' }) parent: string | null;
  @ApiProperty({ description: 'Order in the journey.' }) position: number;
  @ApiProperty({ description: 'False once retired: old scores stay, new pages leave it out.' }) active: boolean;
  @ApiProperty({ description: 'To send back with a change.' }) version: string;
}

/** What the caller may see of the organisation: what the filters offer and how codes are named. */
export class OrganisationDto {
  @ApiProperty() name: string;
  @ApiProperty({ example: 'Asia/Ho_Chi_Minh', description: 'Decides what its “today” is.' }) timeZone: string;
  @ApiProperty({ description: 'True while the data is the demo network’s.' }) demo: boolean;
  @ApiProperty({ description: 'Scores resting on fewer answers are withheld.' }) minimumResponses: number;
  @ApiProperty({ description: 'Today’s date in the organisation’s time zone.' }) today: string;
  @ApiProperty({ type: [SiteDto] }) sites: SiteDto[];
  @ApiProperty({ type: [DepartmentDto] }) departments: DepartmentDto[];
  @ApiProperty({ type: [TouchpointDto] }) touchpoints: TouchpointDto[];
  @ApiProperty({ type: [String] }) channels: string[];
  @ApiProperty({ type: [String], description: 'Languages met in the data.' }) languages: string[];
  @ApiProperty({ description: 'To send back with a change of its name or time zone.' }) version: string;
  @ApiProperty({ description: 'To send back with another order of the touchpoints.' }) journeyVersion: string;
}
