import { answerOf, doneOf, http } from './http.ts';
import type { components } from './schema.gen.ts';

type Schemas = components['schemas'];

/** What a link is for. */
export type LinkPurpose = Schemas['LookAtLinkDto']['purpose'];

/** Getting in and out, and one's own account. */
export const door = {
  waysIn: () => answerOf(http.GET('/api/v1/sign-in')),

  signIn: (body: Schemas['PasswordSignInDto']) => answerOf(http.POST('/api/v1/session', { body })),

  showCode: (code: string) => answerOf(http.POST('/api/v1/session/second-factor', { body: { code } })),

  beginSetUp: () => answerOf(http.POST('/api/v1/session/second-factor/setup')),

  finishSetUp: (code: string) => answerOf(http.PUT('/api/v1/session/second-factor/setup', { body: { code } })),

  signOut: () => doneOf(http.DELETE('/api/v1/session')),

  lookAtLink: (purpose: LinkPurpose, token: string) =>
    answerOf(http.POST('/api/v1/links/look', { body: { purpose, token } })),

  becomeFirst: (body: Schemas['FirstAdministratorDto']) =>
    answerOf(http.POST('/api/v1/links/first-administrator', { body })),

  acceptInvitation: (body: Schemas['AcceptInvitationDto']) => answerOf(http.POST('/api/v1/links/invitation', { body })),

  askForReset: (email: string) => doneOf(http.POST('/api/v1/links/password-reset/request', { body: { email } })),

  resetPassword: (body: Schemas['ResetPasswordDto']) => answerOf(http.POST('/api/v1/links/password-reset', { body })),

  editProfile: (body: Schemas['ProfileEditDto']) => doneOf(http.PATCH('/api/v1/account', { body })),

  changePassword: (body: Schemas['ChangePasswordDto']) => doneOf(http.PUT('/api/v1/account/password', { body })),

  locks: () => answerOf(http.GET('/api/v1/account/locks')),

  beginOwn: () => answerOf(http.POST('/api/v1/account/second-factor')),

  finishOwn: (code: string) => answerOf(http.PUT('/api/v1/account/second-factor', { body: { code } })),

  renewCodes: (password: string) =>
    answerOf(http.POST('/api/v1/account/second-factor/recovery-codes', { body: { password } })),

  turnOff: (password: string) => doneOf(http.POST('/api/v1/account/second-factor/off', { body: { password } })),

  sessions: () => answerOf(http.GET('/api/v1/account/sessions')),

  endSession: (id: string) => doneOf(http.DELETE('/api/v1/account/sessions/{id}', { params: { path: { id } } })),

  endOthers: () => doneOf(http.DELETE('/api/v1/account/sessions')),
};
