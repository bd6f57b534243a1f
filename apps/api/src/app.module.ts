import { Module } from '@nestjs/common';
import { DatabaseModule } from './database/database.module.ts';
import { OrganisationModule } from './organisation/organisation.module.ts';

@Module({ imports: [DatabaseModule, OrganisationModule] })
export class AppModule {}
