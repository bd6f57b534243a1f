import { Module } from '@nestjs/common';
import { UploadsModule } from '../uploads/uploads.module.ts';
import { Inbox } from './inbox.ts';

@Module({ imports: [UploadsModule], providers: [Inbox] })
export class InboxModule {}
