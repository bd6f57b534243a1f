/** Words of what moves the overall score, and of what waiting costs. */
export const drivers = {
  mend: 'Sửa trước',
  keep: 'Tiếp tục giữ',
  later: 'Sửa sau',
  fine: 'Đang ổn',
  importance: 'Tầm quan trọng',
  performance: 'CSAT',
  touchpoint: 'Điểm chạm',
  interval: 'Khoảng tin cậy 95 %',
  caption:
    'Ngang: tầm quan trọng, tức phần đóng góp vào những gì các điểm chạm cùng giải thích được của điểm chung. Dọc: CSAT. Các đường chia bốn ô nằm ở tầm quan trọng trung bình và CSAT trung bình.',
  explains:
    'Các điểm chạm cùng giải thích {value} sự khác nhau của điểm chung ({interval}), từ {n} phản hồi. Đi cùng nhau chưa chắc là nguyên nhân.',
  summary: '{n} điểm chạm theo tầm quan trọng và CSAT. Quan trọng nhất: {first}.',
  how: 'Phần của R² (LMG, giống giá trị Shapley) trong mô hình tuyến tính của điểm chung 1–5 theo điểm các điểm chạm; phản hồi bỏ trống một điểm vẫn được tính cho các điểm khác. Khoảng tin cậy: 400 lần rút nguyên ngày hoặc tuần. Tầm quan trọng được ghi theo phần trăm nguyên và n theo hàng chục, để không suy ra được số nhỏ nào.',
  limited: 'Dựa trên các phản hồi mới nhất, từ {date}: có nhiều hơn số được đọc.',
  none: 'Chưa thể nói gì',
  noneHint:
    'Cần thêm khoảng {n} phản hồi chấm cả điểm chạm lẫn lần khám. Hãy chọn khoảng thời gian dài hơn hoặc bớt bộ lọc.',
  emptyHint:
    'Cần có phản hồi chấm cả lần khám và các điểm chạm, với điểm khác nhau. Hãy chọn khoảng thời gian dài hơn hoặc bớt bộ lọc.',
  reasons: {
    'too-few': 'quá ít: cần thêm khoảng {n} phản hồi',
    'never-varies': 'điểm không hề khác nhau',
    'beyond-twelve': 'ngoài mười hai điểm được chấm nhiều nhất',
    inconsistent: 'quá ít phản hồi chấm cùng với các điểm khác',
  },
  wait: {
    costs: 'làm mất {value} ({interval})',
    brings: 'đi cùng mức cao hơn {value} ({interval})',
    none: 'không thấy mối liên hệ ({interval})',
    tooFew: 'Quá ít để nói: cần thêm khoảng {n} phản hồi biết rõ thời gian chờ.',
    constant: 'Không có gì để so sánh: thời gian chờ hoặc câu trả lời không khác nhau.',
    hidden: 'Được giữ kín: nếu không sẽ dựa trên hoặc làm lộ ít hơn {n} câu trả lời.',
    points: '{n} điểm CSAT',
    range: '{low} đến {high}',
    beyond: 'Mỗi 10 phút vượt quá lời hứa',
    each: 'Mỗi 10 phút chờ',
    basis: '{kind}, {span}. Từ {n} phản hồi biết rõ thời gian chờ.',
    basisNone: '{kind}, {span}.',
    how: 'So sánh trong từng khoa phòng và giữa những lần chờ kết thúc giống nhau; với lần chờ chưa xong hoặc bệnh nhân bỏ về, tính số phút đã chờ tới lúc trả lời. Đi cùng nhau chưa chắc là nguyên nhân. Trong ngoặc: khoảng tin cậy 95 %.',
  },
};
