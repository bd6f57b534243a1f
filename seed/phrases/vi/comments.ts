import type { CommentPhrases } from '../phrase-book.ts';

export const COMMENTS: CommentPhrases = {
  steps: {
    discovery: {
      good: [
        'Bạn tôi giới thiệu và quả thật đúng như lời khen.',
        'Trang web có đủ thông tin tôi cần trước khi đến khám.',
        'Giá niêm yết trên trang web đúng với số tiền tôi trả.',
        'Tôi đọc đánh giá trước rồi mới đến và thấy rất đúng.',
      ],
      bad: [
        'Trang web vẫn để giờ làm việc cũ.',
        'Tôi không tìm được giá khám trước khi đến.',
        'Danh sách bác sĩ trên mạng đã lỗi thời.',
        'Xem trang web mà không biết mình phải khám ở khoa nào.',
      ],
    },
    scheduling: {
      good: [
        'Đặt lịch qua mạng chỉ mất hai phút.',
        'Tôi được hẹn khám ngay hôm sau.',
        'Nhân viên tổng đài tìm giúp tôi giờ khám phù hợp với giờ làm.',
        'Tin nhắn nhắc lịch gửi trước một ngày rất hữu ích.',
      ],
      bad: [
        'Tôi gọi bốn lần mới có người nghe máy.',
        'Chờ máy hai mươi phút rồi bị ngắt cuộc gọi.',
        'Lịch trống sớm nhất phải chờ tới sáu tuần.',
        'Lịch hẹn bị đổi hai lần mà không ai giải thích.',
        'Đang đặt lịch thì trang bị lỗi, phải nhập lại từ đầu.',
      ],
    },
    'check-in': {
      good: [
        'Lễ tân niềm nở, được gọi vào rất nhanh.',
        'Nhân viên báo trước phải chờ bao lâu và đúng như vậy.',
        'Làm thủ tục nhanh, biển chỉ dẫn dễ hiểu.',
        'Lần này gần như không phải điền giấy tờ gì.',
        'Thấy tôi đau, cô lễ tân mang ghế ra cho ngồi ngay.',
      ],
      bad: [
        'Tôi chờ {minutes} phút mà không ai nói lý do.',
        'Đứng ở quầy {minutes} phút mới có người hỏi đến.',
        'Tôi phải điền cùng một tờ khai ba lần.',
        'Không có biển chỉ dẫn, tôi đi vòng quanh tòa nhà hai lượt mới thấy quầy đăng ký.',
        'Hỏi còn phải chờ bao lâu thì không ai biết.',
        'Phòng chờ chật kín, nhiều người phải đứng.',
      ],
    },
    care: {
      good: [
        'Bác sĩ lắng nghe và giải thích rất dễ hiểu.',
        'Điều dưỡng nhẹ nhàng, không hề vội vàng.',
        'Suốt thời gian ở đây tôi luôn thấy yên tâm.',
        'Ai cũng tự giới thiệu trước khi thăm khám.',
        'Bác sĩ hỏi điều gì quan trọng với tôi và ghi lại cẩn thận.',
        'Dù rất đông bệnh nhân, mọi người vẫn tận tình và chuyên nghiệp.',
      ],
      bad: [
        'Bác sĩ nhìn màn hình nhiều hơn nhìn bệnh nhân.',
        'Chờ cả buổi sáng mà chỉ được khám năm phút.',
        'Không ai giải thích xét nghiệm này để làm gì.',
        'Ba người nói với tôi ba cách khác nhau.',
        'Chuyện riêng mà chỉ cách người bên cạnh một tấm rèm.',
        'Suốt {minutes} phút không có ai vào xem tôi thế nào.',
      ],
    },
    'continuing-care': {
      good: [
        'Kết quả có đúng giờ như đã hẹn.',
        'Bác sĩ chuyên khoa đã biết bệnh sử, tôi không phải kể lại.',
        'Giấy chuyển khoa được làm xong ngay trong ngày.',
        'Việc chuyển từ khoa này sang khoa kia được sắp xếp rất tốt.',
      ],
      bad: [
        'Đã hai tuần mà tôi vẫn chưa có kết quả xét nghiệm.',
        'Tôi phải kể lại bệnh tình cho bốn người khác nhau.',
        'Giấy chuyển khám không đến được tay bác sĩ chuyên khoa.',
        'Phải lấy máu lần thứ hai vì kết quả đầu bị thất lạc.',
      ],
    },
    'follow-up': {
      good: [
        'Hôm sau có điều dưỡng gọi điện hỏi thăm.',
        'Cách dùng thuốc được giải thích rõ, lại có tờ hướng dẫn mang về.',
        'Về nhà tôi biết chính xác mình phải làm gì.',
        'Họ gọi lại đúng như đã hứa.',
      ],
      bad: [
        'Về nhà mà tôi không biết uống thuốc thế nào.',
        'Hứa gọi điện sau thủ thuật nhưng không ai gọi.',
        'Tờ hướng dẫn không có tiếng Việt.',
        'Khi đau trở lại, tôi không biết phải hỏi ai.',
      ],
    },
    billing: {
      good: [
        'Hóa đơn rõ ràng, không có khoản nào bất ngờ.',
        'Bảo hiểm được giải quyết xong mà tôi không phải làm gì.',
        'Nhân viên kiên nhẫn giải thích từng khoản trên hóa đơn.',
        'Thanh toán qua mạng rất nhanh.',
      ],
      bad: [
        'Tôi không hiểu hóa đơn mà gọi điện không ai nghe.',
        'Tôi bị tính tiền một xét nghiệm không hề làm.',
        'Bên bảo hiểm nói chưa nhận được hồ sơ.',
        'Giá cuối cùng cao hơn nhiều so với dự toán.',
        'Gọi phòng thanh toán ba lần vẫn chưa có câu trả lời.',
      ],
    },
    'next-visit': {
      good: [
        'Tôi sẽ quay lại, ở đây mọi người nhớ bệnh nhân.',
        'Lịch tái khám được hẹn xong trước khi tôi ra về.',
        'Lần nào cũng được gặp đúng bác sĩ của mình, rất yên tâm.',
        'Tin nhắn nhắc khám định kỳ đến đúng lúc.',
      ],
      bad: [
        'Mỗi lần một bác sĩ khác, lại phải kể từ đầu.',
        'Hồ sơ năm ngoái của tôi không tìm thấy.',
        'Không ai nhắc tôi đến hạn khám lại.',
        'Khám ở đây nhiều năm mà vẫn thấy như người lạ.',
      ],
    },
  },
  general: {
    good: ['Rất hài lòng.', 'Mọi việc đều suôn sẻ.', 'Dịch vụ tốt từ đầu đến cuối.', 'Không có gì để chê.'],
    middling: [
      'Cũng được, không có gì đặc biệt.',
      'Nhân viên tốt nhưng cách tổ chức cần cải thiện.',
      'Có chỗ tốt, có chỗ chưa.',
      'Cuối cùng thì cũng ổn.',
    ],
    bad: [
      'Tôi rất thất vọng.',
      'Tôi đã mong đợi nhiều hơn ở bệnh viện này.',
      'Nhìn chung là chưa tốt.',
      'Như vậy là chưa đạt.',
    ],
  },
  closing: {
    good: [
      'Cảm ơn mọi người.',
      'Cho tôi gửi lời cảm ơn đến cả nhóm.',
      'Mong bệnh viện tiếp tục phát huy.',
      'Tôi đã giới thiệu cho người nhà.',
    ],
    bad: [
      'Mong bệnh viện sớm khắc phục.',
      'Hy vọng có người đọc ý kiến này.',
      'Lần sau tôi sẽ đi nơi khác.',
      'Xin cho tôi biết bệnh viện sẽ thay đổi điều gì.',
    ],
  },
  stories: {
    registration: [
      'Từ khi quầy đăng ký dùng phần mềm mới, việc gì cũng lâu gấp đôi.',
      'Nhân viên loay hoay với hệ thống đăng ký mới, hàng người xếp ra tận cửa.',
      'Hệ thống mới không có thông tin của tôi nên phải nhập lại hết, trong khi {minutes} người đang chờ.',
      'Đã là bệnh nhân cũ mà vẫn mất {minutes} phút chỉ để làm thủ tục.',
      'Lúc tôi xếp hàng ở quầy đăng ký mới, có mấy người bỏ về vì chờ quá lâu.',
    ],
    bedsideRounds: [
      'Chiều nào cũng có điều dưỡng đến ngồi bên giường hỏi thăm, tôi thấy khác hẳn.',
      'Buổi thăm bệnh lúc bốn giờ chiều rất hay, tôi luôn biết việc tiếp theo là gì.',
      'Cả nhóm đến tận giường nên con gái tôi hỏi được mọi điều.',
      'Không cần bấm chuông, điều dưỡng đã đến hỏi trước.',
    ],
    doubleBilling: [
      'Tôi nhận hai hóa đơn giống nhau rồi lại bị nhắc nợ hóa đơn thứ hai.',
      'Khám một lần mà bị tính tiền hai lần, không ai giải thích được.',
      'Tôi đã trả tiền, một tuần sau lại có hóa đơn thứ hai cho cùng ngày khám.',
      'Từ khi đổi mẫu hóa đơn mới, số tiền không khớp nữa.',
    ],
  },
  contact: 'Xin gọi lại cho tôi theo số 555-0178 hoặc viết thư đến benhnhan@example.com.',
};
