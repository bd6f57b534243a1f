import type { Channel } from '#domain/channel.ts';

/** How Qualtrics names the ways on which its surveys go out; what a link was sent with is not told, so it is the web. */
export const QUALTRICS_CHANNELS: Readonly<Record<string, Channel | ''>> = {
  anonymous: 'web',
  gl: 'web',
  personal: 'web',
  qr: 'web',
  'qr-code': 'web',
  'website-feedback': 'web',
  'site-intercept': 'web',
  'web-feedback': 'web',
  mobile: 'app',
  'mobile-app': 'app',
  offline: 'kiosk',
  'offline-app': 'kiosk',
  email: 'email',
  sms: 'sms',
  'sms-2way': 'sms',
  whatsapp: 'social',
  social: 'social',
  import: '',
  imported: '',
  preview: '',
};
