import { Module } from '@nestjs/common';
import { DepartmentsService } from './departments.service.ts';
import { OrganisationController } from './organisation.controller.ts';
import { OrganisationService } from './organisation.service.ts';
import { SitesService } from './sites.service.ts';
import { StructureController } from './structure.controller.ts';
import { TouchpointsController } from './touchpoints.controller.ts';
import { TouchpointsService } from './touchpoints.service.ts';

@Module({
  controllers: [OrganisationController, StructureController, TouchpointsController],
  providers: [OrganisationService, SitesService, DepartmentsService, TouchpointsService],
  exports: [OrganisationService],
})
export class OrganisationModule {}
