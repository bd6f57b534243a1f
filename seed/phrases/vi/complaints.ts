import type { ComplaintPhrases } from '../phrase-book.ts';

export const COMPLAINTS: ComplaintPhrases = {
  opening: [
    'Tôi viết thư này về lần khám vừa qua.',
    'Từ tuần trước đến nay tôi vẫn rất bức xúc về việc này.',
    'Tôi muốn phản ánh việc đã xảy ra ở bệnh viện.',
  ],
  subjects: {
    waiting: [
      {
        title: 'Chờ quá giờ hẹn {minutes} phút',
        narrative: 'Tôi ngồi ở phòng chờ quá giờ hẹn {minutes} phút mà không ai cho biết có chuyện gì.',
      },
      {
        title: 'Người đến sau được gọi trước, không rõ lý do',
        narrative: 'Người đến sau được gọi trước. Khi tôi hỏi lý do thì chỉ được bảo ngồi xuống chờ.',
      },
      {
        title: 'Chờ lâu quá phải bỏ về',
        narrative: 'Sau {minutes} phút, cha tôi không ngồi nổi nữa nên chúng tôi về mà chưa gặp được bác sĩ.',
      },
    ],
    billing: [
      {
        title: 'Tính tiền xét nghiệm không thực hiện',
        narrative:
          'Hóa đơn ghi một xét nghiệm mà tôi không hề làm. Tôi gọi phòng thanh toán ba lần, họ hứa gọi lại nhưng không gọi.',
      },
      {
        title: 'Hóa đơn cao hơn dự toán nhiều',
        narrative: 'Trước khi điều trị tôi được báo dự toán. Hóa đơn cao gần gấp đôi mà không có lời giải thích.',
      },
      {
        title: 'Hồ sơ bảo hiểm không được gửi đi',
        narrative: 'Bên bảo hiểm nói chưa nhận được hồ sơ, bây giờ tôi phải tự trả toàn bộ.',
      },
    ],
    communication: [
      {
        title: 'Không ai cho biết kế hoạch điều trị',
        narrative: 'Hai ngày liền không ai cho biết kế hoạch điều trị. Hỏi người này thì chỉ sang người khác.',
      },
      {
        title: 'Mỗi bác sĩ nói một kiểu',
        narrative: 'Bác sĩ này nói được về nhà, bác sĩ kia nói phải mổ. Gia đình không biết tin ai.',
      },
      {
        title: 'Chuyển khoa không báo người nhà',
        narrative: 'Ban đêm mẹ tôi bị chuyển sang khoa khác mà không báo. Sáng đến chúng tôi thấy giường trống.',
      },
    ],
    attitude: [
      {
        title: 'Lễ tân trả lời thiếu lịch sự',
        narrative: 'Người ở quầy nói với tôi như thể tôi làm phiền, trước mặt bao nhiêu người.',
      },
      {
        title: 'Không được tôn trọng',
        narrative:
          'Khi tôi nhờ giúp, tôi chỉ nhận được một tiếng thở dài. Lúc đó tôi đang rất sợ và cần một lời tử tế.',
      },
    ],
    'clinical-care': [
      {
        title: 'Đau nhiều nhưng không được quan tâm',
        narrative: 'Tôi đã nói nhiều lần là đau tăng lên. Người ta ghi lại rồi để đến sáng hôm sau mới xử lý.',
      },
      {
        title: 'Ba ngày không thay băng',
        narrative: 'Vết mổ phải thay băng hằng ngày nhưng ba ngày không ai thay nên bị nhiễm trùng.',
      },
      {
        title: 'Bỏ sót bệnh ở lần khám đầu',
        narrative: 'Tôi được cho về vì không có gì đáng lo. Hai ngày sau bệnh viện khác phát hiện gãy xương.',
      },
    ],
    appointments: [
      {
        title: 'Hủy lịch khám không báo trước',
        narrative: 'Tôi nghỉ làm một ngày và đi hai tiếng đường, đến quầy mới biết buổi khám đã bị hủy.',
      },
      {
        title: 'Gọi đặt lịch không được',
        narrative: 'Cả tuần nay ngày nào tôi cũng gọi mà không được. Tin nhắn cũng không ai trả lời.',
      },
    ],
    discharge: [
      {
        title: 'Xuất viện không có danh sách thuốc',
        narrative: 'Cha tôi ra viện mà không có danh sách thuốc, cũng không có thư cho bác sĩ gia đình.',
      },
      {
        title: 'Cho về quá sớm',
        narrative: 'Mẹ tôi bị cho xuất viện lúc tối muộn trong khi chưa tự đi vào nhà vệ sinh được.',
      },
    ],
    facilities: [
      { title: 'Nhà vệ sinh của khoa bẩn', narrative: 'Nhà vệ sinh từ hôm trước chưa được dọn và không có xà phòng.' },
      {
        title: 'Thang máy hỏng nhiều tuần',
        narrative: 'Thang máy hỏng, chồng tôi đi xe lăn nên phải khiêng lên cầu thang.',
      },
    ],
    privacy: [
      {
        title: 'Đọc to chẩn đoán ở phòng chờ',
        narrative: 'Chẩn đoán của tôi bị đọc to giữa phòng chờ, ai cũng nghe thấy.',
      },
      {
        title: 'Phong bì có kết quả của người khác',
        narrative: 'Trong phong bì kết quả của tôi có cả kết quả của người khác. Vậy kết quả của tôi đang ở tay ai?',
      },
    ],
    records: [
      {
        title: 'Không tìm thấy hồ sơ bệnh án',
        narrative: 'Hồ sơ của tôi không tìm thấy, tôi phải nhớ lại bệnh sử mười năm để kể.',
      },
      {
        title: 'Hồ sơ ghi sai dị ứng thuốc',
        narrative: 'Hồ sơ ghi là không dị ứng, dù tôi đã nhiều lần báo bị dị ứng penicillin.',
      },
    ],
    medicines: [
      {
        title: 'Phát thuốc sai hàm lượng',
        narrative: 'Thuốc được phát mạnh gấp đôi so với đơn. Về nhà tôi mới phát hiện.',
      },
      { title: 'Hai ngày chưa có thuốc theo đơn', narrative: 'Đơn thuốc hẹn thứ Hai có. Tôi đến ba lần mới lấy được.' },
    ],
    interpreting: [
      {
        title: 'Phiên dịch không đến',
        narrative: 'Đã đặt phiên dịch nhưng không ai đến, bác sĩ vẫn khám tiếp dù gia đình không hiểu.',
      },
      {
        title: 'Cháu nhỏ phải phiên dịch cho bà',
        narrative: 'Con gái mười một tuổi của tôi phải dịch một chẩn đoán nặng cho bà nghe.',
      },
    ],
    food: [
      {
        title: 'Không có suất ăn cho người tiểu đường',
        narrative: 'Cha tôi bị tiểu đường mà ba ngày liền được mang đồ ngọt, dù lần nào chúng tôi cũng nhắc.',
      },
      { title: 'Cơm luôn nguội', narrative: 'Bữa nào mang đến cũng nguội, món tôi không ăn được vẫn có trong khay.' },
    ],
    parking: [
      {
        title: 'Bị phạt tiền gửi xe vì phải chờ khám',
        narrative: 'Vì khám trễ {minutes} phút nên tôi bị phạt ở bãi giữ xe.',
      },
      {
        title: 'Không có chỗ đậu xe cho người khuyết tật',
        narrative: 'Chỗ đậu dành cho người khuyết tật đều bị xe giao hàng chiếm.',
      },
    ],
    other: [
      {
        title: 'Mất kính khi nằm viện',
        narrative: 'Kính của mẹ tôi bị mất khi chuyển phòng mà không ai nhận trách nhiệm.',
      },
      { title: 'Ồn ào ban đêm', narrative: 'Mới năm giờ sáng công trình bên cạnh phòng bệnh đã bắt đầu khoan đục.' },
    ],
  },
  doubleBilling: [
    {
      title: 'Hóa đơn gửi hai lần, gọi không ai nghe',
      narrative:
        'Tôi nhận hai hóa đơn khác số cho cùng một lần khám. Tôi đã trả cái đầu, bây giờ lại bị nhắc nợ cái thứ hai.',
    },
    {
      title: 'Bị tính tiền hai lần cho một lần khám',
      narrative:
        'Thẻ của tôi bị trừ tiền hai lần trong cùng một ngày. Phòng thanh toán nói phần mềm mới chỉ hiện một lần.',
    },
    {
      title: 'Hóa đơn thứ hai cho lần khám đã trả tiền',
      narrative: 'Tôi đã trả tiền tại quầy. Hai tuần sau lại có hóa đơn gửi về nhà, gọi điện thì không ai nghe.',
    },
    {
      title: 'Bị nhắc nợ hóa đơn đã thanh toán',
      narrative:
        'Tôi còn giữ biên lai đã thanh toán mà vẫn liên tục bị nhắc nợ. Tôi gọi hai lần, lần nào cũng được hứa là sẽ sửa.',
    },
  ],
  wishes: [
    'Tôi mong được giải thích và xin lỗi.',
    'Xin cho biết bệnh viện sẽ làm gì để người khác không gặp phải.',
    'Tôi muốn có người gọi lại và giải quyết dứt điểm.',
    'Tôi chờ trả lời bằng văn bản.',
    'Đề nghị sửa lại và xác nhận cho tôi.',
  ],
};
