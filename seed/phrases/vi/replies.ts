import type { ReplyPhrases } from '../phrase-book.ts';

export const REPLIES: ReplyPhrases = {
  thanks: [
    'Cảm ơn những lời tốt đẹp của quý vị. Chúng tôi sẽ chuyển đến toàn thể nhân viên.',
    'Chúng tôi rất vui vì lần khám của quý vị diễn ra tốt đẹp.',
    'Xin cảm ơn quý vị. Đây là nguồn động viên lớn cho những người trực hôm đó.',
  ],
  sorry: [
    'Chúng tôi rất tiếc vì lần khám chưa được như mong muốn. Xin quý vị liên hệ bộ phận chăm sóc người bệnh để chúng tôi tìm hiểu.',
    'Cảm ơn quý vị đã góp ý thẳng thắn. Trưởng khoa đã đọc ý kiến này.',
    'Chúng tôi xin lỗi vì để quý vị chờ lâu mà không giải thích. Chúng tôi đang khắc phục việc này.',
  ],
};
