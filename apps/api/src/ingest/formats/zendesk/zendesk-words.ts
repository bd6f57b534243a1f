import type { StatusWords } from '../helpdesk/ticket-moves.ts';

export const ZENDESK_STATUSES: StatusWords = {
  fresh: ['new'],
  working: ['open', 'pending', 'hold'],
  solved: ['solved'],
  closed: ['closed'],
};

export const ZENDESK_PRIORITIES: Readonly<Record<string, string>> = {
  low: 'low',
  normal: 'medium',
  high: 'high',
  urgent: 'critical',
};

/** Where tickets come from, `via.channel`; what says nothing of how the patient reached us is left unknown. */
export const ZENDESK_CHANNELS: Readonly<Record<string, string>> = {
  email: 'email',
  web: 'web',
  web_form: 'web',
  web_widget: 'web',
  help_center: 'web',
  help_center_post: 'web',
  chat: 'chat',
  chat_offline_message: 'chat',
  native_messaging: 'chat',
  messaging: 'chat',
  whatsapp: 'chat',
  line: 'chat',
  telegram: 'chat',
  viber: 'chat',
  voice: 'phone',
  phone: 'phone',
  phone_call_inbound: 'phone',
  phone_call_outbound: 'phone',
  voicemail: 'phone',
  sms: 'sms',
  text: 'sms',
  mobile: 'app',
  mobile_sdk: 'app',
  facebook: 'social',
  facebook_post: 'social',
  facebook_message: 'social',
  instagram_dm: 'social',
  twitter: 'social',
  twitter_dm: 'social',
  twitter_favorite: 'social',
  any_channel: '',
  api: '',
  web_service: '',
  rule: '',
  system: '',
  side_conversation: '',
  closed_ticket: '',
};
