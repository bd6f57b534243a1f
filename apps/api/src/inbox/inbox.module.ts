import { Module } from '@nestjs/common';
import { UploadsModule } from '../uploads/uploads.module.ts';
import { CopyFile } from './copy-file.ts';
import { InboxController } from './inbox.controller.ts';
import { Inbox } from './inbox.ts';
import { PrepareInboxFile } from './prepare-inbox-file.ts';

@Module({
  imports: [UploadsModule],
  controllers: [InboxController],
  providers: [Inbox, CopyFile, PrepareInboxFile],
})
export class InboxModule {}
