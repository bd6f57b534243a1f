import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { applicationDataSource, type DatabaseAddress } from './data-source.ts';
import { Database } from './database.ts';

/** Names the address of the database, which whoever creates the app provides. */
export const DATABASE_ADDRESS = Symbol('where the database is');

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [DATABASE_ADDRESS],
      useFactory: (address: DatabaseAddress) => applicationDataSource(address).options,
      dataSourceFactory: async (options) => {
        if (options === undefined) throw new Error('the database has no options');
        return new DataSource(options).initialize();
      },
    }),
  ],
  providers: [Database],
  exports: [Database],
})
export class DatabaseModule {}
