import type { Language } from '#domain/language.ts';
import { COMMENTS as EN_COMMENTS } from './en/comments.ts';
import { COMPLAINTS as EN_COMPLAINTS } from './en/complaints.ts';
import { REPLIES as EN_REPLIES } from './en/replies.ts';
import { COMMENTS as LT_COMMENTS } from './lt/comments.ts';
import { COMPLAINTS as LT_COMPLAINTS } from './lt/complaints.ts';
import { REPLIES as LT_REPLIES } from './lt/replies.ts';
import type { PhraseBook } from './phrase-book.ts';
import { COMMENTS as TH_COMMENTS } from './th/comments.ts';
import { COMPLAINTS as TH_COMPLAINTS } from './th/complaints.ts';
import { REPLIES as TH_REPLIES } from './th/replies.ts';
import { COMMENTS as UR_COMMENTS } from './ur/comments.ts';
import { COMPLAINTS as UR_COMPLAINTS } from './ur/complaints.ts';
import { REPLIES as UR_REPLIES } from './ur/replies.ts';
import { COMMENTS as VI_COMMENTS } from './vi/comments.ts';
import { COMPLAINTS as VI_COMPLAINTS } from './vi/complaints.ts';
import { REPLIES as VI_REPLIES } from './vi/replies.ts';

/** What patients and staff say, by language. */
export const PHRASE_BOOKS: Record<Language, PhraseBook> = {
  en: { comments: EN_COMMENTS, complaints: EN_COMPLAINTS, replies: EN_REPLIES },
  vi: { comments: VI_COMMENTS, complaints: VI_COMPLAINTS, replies: VI_REPLIES },
  th: { comments: TH_COMMENTS, complaints: TH_COMPLAINTS, replies: TH_REPLIES },
  lt: { comments: LT_COMMENTS, complaints: LT_COMPLAINTS, replies: LT_REPLIES },
  ur: { comments: UR_COMMENTS, complaints: UR_COMPLAINTS, replies: UR_REPLIES },
};
