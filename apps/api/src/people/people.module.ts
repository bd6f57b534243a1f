import { Module } from '@nestjs/common';
import { HandedLink } from './handed-link.ts';
import { PeopleAccessController } from './people-access.controller.ts';
import { PeopleAccessService } from './people-access.service.ts';
import { PeopleController } from './people.controller.ts';
import { PeopleService } from './people.service.ts';

/** Accounts as administrators keep them; how people get in with them is the room next door. */
@Module({
  controllers: [PeopleController, PeopleAccessController],
  providers: [PeopleService, PeopleAccessService, HandedLink],
})
export class PeopleModule {}
