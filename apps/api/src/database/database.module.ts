import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { applicationDataSource, type DatabaseAddress } from './data-source.ts';
import { Database } from './database.ts';

/** Where the database is, from the environment the process was started with. */
export function databaseAddress(environment: NodeJS.ProcessEnv = process.env): DatabaseAddress {
  const ownerUrl = environment.DATABASE_URL;
  if (ownerUrl === undefined || ownerUrl === '') {
    throw new Error('DATABASE_URL is not set. Start Bedside with `npm start`, which brings its own database.');
  }
  return { ownerUrl, applicationUrl: environment.DATABASE_APP_URL };
}

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      useFactory: () => applicationDataSource(databaseAddress()).options,
      dataSourceFactory: async () => applicationDataSource(databaseAddress()).initialize(),
    }),
  ],
  providers: [Database],
  exports: [Database],
})
export class DatabaseModule {}
