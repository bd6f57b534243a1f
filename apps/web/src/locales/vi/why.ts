export const why = {
  by: 'Tách theo',
  rose: '{metric} tăng {by} so với {span}',
  fell: '{metric} giảm {by} so với {span}',
  none: 'Không phát hiện thay đổi của {metric} so với {span} ({by})',
  tooFew: 'Quá ít phản hồi để biết {metric} có thay đổi so với {span} hay không ({by})',
  because: '{lead}: {parts}.',
  alone: '{lead}.',
  noPart: '{lead}. Không phần riêng lẻ nào vượt ra ngoài ngẫu nhiên.',
  within: '{n} trong nội bộ {place}',
  more: '{n} vì có thêm phản hồi từ {place}',
  fewer: '{n} vì có ít phản hồi hơn từ {place}',
  others: '{n} nhóm khác, gộp lại',
  kinds: {
    within: 'Nội bộ',
    mix: 'Cơ cấu',
  },
  key: {
    within: 'Nội bộ: điểm của chính nhóm thay đổi',
    mix: 'Cơ cấu: tỷ trọng phản hồi từ nhóm tăng hoặc giảm',
  },
  columns: {
    then: 'Trước',
    now: 'Nay',
  },
  sums: 'Nội bộ tất cả các nhóm: {within}. Cơ cấu: {mix}. Không còn phần dư. {n} phần được kiểm định cùng nhau.',
  caption:
    'Tính bằng điểm; vạch ngang: khoảng tin cậy 95 %. Phần cơ cấu âm khi có thêm phản hồi từ nơi điểm thấp, hoặc ít phản hồi hơn từ nơi điểm cao.',
  smaller: '{n} nhóm có phần nhỏ hơn nằm trong bảng.',
  unsplit: 'Không tách: với ít nhóm như vậy, một phần sẽ làm lộ con số dưới {n}.',
  leftOut: '{n} điểm tiếp xúc bị bỏ ra: không được phép cho biết điểm.',
  nobody: 'Không có gì để so sánh',
  nobodyHint: 'Một trong hai kỳ không có ai trả lời: hãy chọn ngày khác hoặc bớt bộ lọc.',
};
