import type { LetterWords } from './letter-words.ts';

/** To somebody an administrator has invited. The link is good for as long as the administrator was told. */
export const INVITATION: LetterWords = {
  en: ({ link, organisation }) => ({
    subject: `Your account for Bedside, ${organisation}`,
    text: `You have been invited to Bedside, where ${organisation} follows what its patients say.

Choose a password here; the link works once, and only for some days:

${link}

If you do not know what this is about, do nothing.
`,
  }),
  vi: ({ link, organisation }) => ({
    subject: `Tài khoản Bedside của bạn, ${organisation}`,
    text: `Bạn được mời vào Bedside, nơi ${organisation} theo dõi ý kiến của người bệnh.

Hãy đặt mật khẩu tại đây; liên kết chỉ dùng được một lần và chỉ trong vài ngày:

${link}

Nếu bạn không biết thư này nói về điều gì, bạn không cần làm gì.
`,
  }),
  th: ({ link, organisation }) => ({
    subject: `บัญชี Bedside ของคุณ, ${organisation}`,
    text: `คุณได้รับเชิญให้ใช้ Bedside ซึ่ง ${organisation} ใช้ติดตามเสียงของผู้ป่วย

ตั้งรหัสผ่านได้ที่นี่ ลิงก์นี้ใช้ได้ครั้งเดียวและภายในไม่กี่วันเท่านั้น:

${link}

หากคุณไม่ทราบว่าเรื่องนี้คืออะไร ไม่ต้องทำอะไร
`,
  }),
  lt: ({ link, organisation }) => ({
    subject: `Jūsų „Bedside“ paskyra, ${organisation}`,
    text: `Esate pakviesti į „Bedside“, kur ${organisation} seka, ką sako pacientai.

Pasirinkite slaptažodį čia; nuoroda veikia vieną kartą ir tik kelias dienas:

${link}

Jei nežinote, apie ką tai, nieko nedarykite.
`,
  }),
  ur: ({ link, organisation }) => ({
    subject: `Bedside پر آپ کا اکاؤنٹ، ${organisation}`,
    text: `آپ کو Bedside پر مدعو کیا گیا ہے، جہاں ${organisation} اپنے مریضوں کی رائے پر نظر رکھتا ہے۔

یہاں اپنا پاس ورڈ رکھیں؛ یہ لنک صرف ایک بار اور صرف چند دن کام کرتا ہے:

${link}

اگر آپ نہیں جانتے کہ یہ کس بارے میں ہے تو کچھ نہ کریں۔
`,
  }),
};
