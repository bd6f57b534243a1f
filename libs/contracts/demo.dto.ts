import { ApiProperty } from '@nestjs/swagger';

/** How far the demo is removed. */
export class DemoRemovalDto {
  @ApiProperty() departments: number;
  @ApiProperty({ description: 'Departments still to be emptied.' }) left: number;
}

/** Whether the data is the demo's, and who may take it away. */
export class DemoDto {
  @ApiProperty() demo: boolean;
  @ApiProperty({ description: 'What it is called, to be typed by whoever removes it.' }) name: string;
  @ApiProperty({
    description:
      'True when whoever asks is signed in with an account of the demo, which goes with it and so cannot remove it.',
  })
  byDemoAccount: boolean;
  @ApiProperty({ type: DemoRemovalDto, nullable: true, description: 'null while nobody removes it.' })
  removal: DemoRemovalDto | null;
}
