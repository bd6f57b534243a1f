import { Module } from '@nestjs/common';
import { AccessModule } from './access/access.module.ts';
import { AuditModule } from './audit/audit.module.ts';
import { BaselinesModule } from './baselines/baselines.module.ts';
import { ClockModule } from './clock/clock.module.ts';
import { ComplaintsModule } from './complaints/complaints.module.ts';
import { DatabaseModule } from './database/database.module.ts';
import { DemoModule } from './demo/demo.module.ts';
import { ErrorsModule } from './errors/errors.module.ts';
import { HousekeepingModule } from './housekeeping/housekeeping.module.ts';
import { ImportsModule } from './imports/imports.module.ts';
import { InboxModule } from './inbox/inbox.module.ts';
import { IngestModule } from './ingest/ingest.module.ts';
import { JobsModule } from './jobs/jobs.module.ts';
import { MailModule } from './mail/mail.module.ts';
import { MetricsModule } from './metrics/metrics.module.ts';
import { OrganisationModule } from './organisation/organisation.module.ts';
import { PatientsModule } from './patients/patients.module.ts';
import { PeopleModule } from './people/people.module.ts';
import { QuarantineModule } from './quarantine/quarantine.module.ts';
import { RecordsModule } from './records/records.module.ts';
import { SettingsModule } from './settings/settings.module.ts';
import { FreshnessModule } from './freshness/freshness.module.ts';
import { SourcesModule } from './sources/sources.module.ts';
import { OidcModule } from './sign-in/oidc/oidc.module.ts';
import { WebhooksModule } from './webhooks/webhooks.module.ts';
import { SignInModule } from './sign-in/sign-in.module.ts';
import { UploadsModule } from './uploads/uploads.module.ts';

/** Every room of the API. */
@Module({
  imports: [
    DatabaseModule,
    ClockModule,
    JobsModule,
    ErrorsModule,
    AccessModule,
    AuditModule,
    MailModule,
    SignInModule,
    OidcModule,
    OrganisationModule,
    IngestModule,
    ComplaintsModule,
    MetricsModule,
    BaselinesModule,
    PeopleModule,
    QuarantineModule,
    RecordsModule,
    PatientsModule,
    DemoModule,
    HousekeepingModule,
    SettingsModule,
    FreshnessModule,
    SourcesModule,
    WebhooksModule,
    InboxModule,
    UploadsModule,
    ImportsModule,
  ],
})
export class AppModule {}
