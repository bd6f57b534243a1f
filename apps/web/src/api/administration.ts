import { answerOf, doneOf, http } from './http.ts';
import type { components } from './schema.gen.ts';

type Schemas = components['schemas'];

/** The calls of the administration's pages. */
export const administrationApi = {
  people: (signal?: AbortSignal) => answerOf(http.GET('/api/v1/people', { signal })),

  invitePerson: (body: Schemas['InvitationDto']) => answerOf(http.POST('/api/v1/people', { body })),

  changePerson: (id: string, body: Schemas['PersonEditDto']) =>
    answerOf(http.PATCH('/api/v1/people/{id}', { params: { path: { id } }, body })),

  disablePerson: (id: string) => answerOf(http.POST('/api/v1/people/{id}/disable', { params: { path: { id } } })),

  enablePerson: (id: string) => answerOf(http.POST('/api/v1/people/{id}/enable', { params: { path: { id } } })),

  invitePersonAgain: (id: string) =>
    answerOf(http.POST('/api/v1/people/{id}/invitation', { params: { path: { id } } })),

  offerReset: (id: string) => answerOf(http.POST('/api/v1/people/{id}/password-reset', { params: { path: { id } } })),

  resetSecondFactor: (id: string) =>
    answerOf(http.DELETE('/api/v1/people/{id}/second-factor', { params: { path: { id } } })),

  personSessions: (id: string, signal?: AbortSignal) =>
    answerOf(http.GET('/api/v1/people/{id}/sessions', { params: { path: { id } }, signal })),

  endSessions: (id: string) => doneOf(http.DELETE('/api/v1/people/{id}/sessions', { params: { path: { id } } })),

  endSession: (id: string, sessionId: string) =>
    doneOf(http.DELETE('/api/v1/people/{id}/sessions/{sessionId}', { params: { path: { id, sessionId } } })),

  sources: (signal?: AbortSignal) => answerOf(http.GET('/api/v1/sources', { signal })),

  addSource: (body: Schemas['NewSourceDto']) => answerOf(http.POST('/api/v1/sources', { body })),

  changeSource: (code: string, body: Schemas['SourceEditDto']) =>
    answerOf(http.PATCH('/api/v1/sources/{code}', { params: { path: { code } }, body })),

  removeSource: (code: string) => doneOf(http.DELETE('/api/v1/sources/{code}', { params: { path: { code } } })),

  deliveries: (code: string, signal?: AbortSignal) =>
    answerOf(http.GET('/api/v1/sources/{code}/freshness', { params: { path: { code } }, signal })),

  expectDeliveries: (code: string, body: Schemas['ExpectationEditDto']) =>
    answerOf(http.PUT('/api/v1/sources/{code}/expectation', { params: { path: { code } }, body })),

  makeKey: (code: string, body: Schemas['NewSourceKeyDto']) =>
    answerOf(http.POST('/api/v1/sources/{code}/keys', { params: { path: { code } }, body })),

  revokeKey: (code: string, id: string) =>
    answerOf(http.DELETE('/api/v1/sources/{code}/keys/{id}', { params: { path: { code, id } } })),

  renameOrganisation: (body: Schemas['OrganisationEditDto']) => answerOf(http.PATCH('/api/v1/organisation', { body })),

  setUpOrganisation: (body: Schemas['StructureDto']) => answerOf(http.PUT('/api/v1/organisation/structure', { body })),

  addSite: (body: Schemas['NewSiteDto']) => answerOf(http.POST('/api/v1/sites', { body })),

  changeSite: (code: string, body: Schemas['SiteEditDto']) =>
    answerOf(http.PATCH('/api/v1/sites/{code}', { params: { path: { code } }, body })),

  removeSite: (code: string) => answerOf(http.DELETE('/api/v1/sites/{code}', { params: { path: { code } } })),

  addDepartment: (body: Schemas['NewDepartmentDto']) => answerOf(http.POST('/api/v1/departments', { body })),

  changeDepartment: (code: string, body: Schemas['DepartmentEditDto']) =>
    answerOf(http.PATCH('/api/v1/departments/{code}', { params: { path: { code } }, body })),

  removeDepartment: (code: string) =>
    answerOf(http.DELETE('/api/v1/departments/{code}', { params: { path: { code } } })),

  saveTouchpoint: (code: string, body: Schemas['TouchpointEditDto']) =>
    answerOf(http.PUT('/api/v1/touchpoints/{code}', { params: { path: { code } }, body })),

  orderTouchpoints: (body: Schemas['TouchpointOrderDto']) => answerOf(http.PUT('/api/v1/touchpoints', { body })),

  settings: (signal?: AbortSignal) => answerOf(http.GET('/api/v1/settings', { signal })),

  changeRules: (body: Schemas['RulesEditDto']) => answerOf(http.PATCH('/api/v1/settings', { body })),

  changeTargets: (body: Schemas['TargetsEditDto']) => answerOf(http.PATCH('/api/v1/settings/targets', { body })),

  setWaitTarget: (kind: string, holdsFrom: string, body: Schemas['WaitTargetEditDto']) =>
    answerOf(
      http.PUT('/api/v1/settings/targets/waits/{kind}/{holdsFrom}', {
        params: { path: { kind, holdsFrom } },
        body,
      }),
    ),

  removeWaitTarget: (kind: string, holdsFrom: string, was: number) =>
    answerOf(
      http.DELETE('/api/v1/settings/targets/waits/{kind}/{holdsFrom}', {
        params: { path: { kind, holdsFrom }, query: { was } },
      }),
    ),

  demo: (signal?: AbortSignal) => answerOf(http.GET('/api/v1/demo', { signal })),

  removeDemo: (body: Schemas['DemoRemovalWishDto']) => answerOf(http.POST('/api/v1/demo/removal', { body })),
};
