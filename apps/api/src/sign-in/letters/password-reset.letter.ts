import type { LetterWords } from './letter-words.ts';

/** To somebody who has forgotten their password. The link is good for an hour. */
export const PASSWORD_RESET: LetterWords = {
  en: ({ link, organisation }) => ({
    subject: `A new password for Bedside, ${organisation}`,
    text: `Somebody, probably you, has asked for a new password for Bedside at ${organisation}.

Choose one here within an hour; the link works once:

${link}

If it was not you, do nothing: your password stays as it is.
`,
  }),
  vi: ({ link, organisation }) => ({
    subject: `Mật khẩu mới cho Bedside, ${organisation}`,
    text: `Có người, có lẽ là bạn, đã yêu cầu mật khẩu mới cho Bedside tại ${organisation}.

Hãy đặt mật khẩu tại đây trong vòng một giờ; liên kết chỉ dùng được một lần:

${link}

Nếu không phải bạn, bạn không cần làm gì: mật khẩu của bạn vẫn giữ nguyên.
`,
  }),
  th: ({ link, organisation }) => ({
    subject: `รหัสผ่านใหม่สำหรับ Bedside, ${organisation}`,
    text: `มีผู้ขอรหัสผ่านใหม่สำหรับ Bedside ของ ${organisation} ซึ่งน่าจะเป็นคุณ

ตั้งรหัสผ่านได้ที่นี่ภายในหนึ่งชั่วโมง ลิงก์นี้ใช้ได้ครั้งเดียว:

${link}

หากไม่ใช่คุณ ไม่ต้องทำอะไร รหัสผ่านของคุณยังคงเดิม
`,
  }),
  lt: ({ link, organisation }) => ({
    subject: `Naujas „Bedside“ slaptažodis, ${organisation}`,
    text: `Kažkas, tikriausiai Jūs, paprašė naujo „Bedside“ slaptažodžio (${organisation}).

Pasirinkite jį čia per valandą; nuoroda veikia vieną kartą:

${link}

Jei tai buvote ne Jūs, nieko nedarykite: slaptažodis liks toks pat.
`,
  }),
  ur: ({ link, organisation }) => ({
    subject: `Bedside کے لیے نیا پاس ورڈ، ${organisation}`,
    text: `کسی نے، غالباً آپ نے، ${organisation} میں Bedside کے لیے نیا پاس ورڈ مانگا ہے۔

ایک گھنٹے کے اندر یہاں نیا پاس ورڈ رکھیں؛ یہ لنک صرف ایک بار کام کرتا ہے:

${link}

اگر یہ آپ نہیں تھے تو کچھ نہ کریں: آپ کا پاس ورڈ وہی رہے گا۔
`,
  }),
};
