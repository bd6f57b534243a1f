/** Comments in which nothing identifies anybody, in five languages. */
export const PLAIN_COMMENTS: readonly string[] = [
  'The food was cold and we waited in a corridor for the results, but everyone was friendly and it was clean.',
  'Clean wards, kind staff. Parking is still a problem, and the signs to the X-ray room are hard to follow.',
  'Everything was explained twice and nobody was in a hurry. We felt looked after from the first minute to the last.',
  'Nhân viên rất thân thiện, phòng sạch sẽ, nhưng phải chờ lâu ở quầy thu phí và bãi xe thì quá chật.',
  'Giải thích rõ ràng, nhẹ nhàng với người già. Nhà vệ sinh cần dọn thường xuyên hơn.',
  'Personalas malonus, viskas aiškiai paaiškinta, tik laukti reikėjo ilgai ir stovėjimo aikštelė per maža.',
  'Labai švaru ir ramu, maistas skanus, ačiū visiems už kantrybę ir šiltus žodžius.',
  'عملہ بہت مہربان تھا مگر انتظار بہت لمبا تھا اور بیٹھنے کی جگہ کم تھی',
  'บริการดีมาก เจ้าหน้าที่พูดจาสุภาพ แต่ต้องรอนานและที่จอดรถไม่พอ',
  'Waiting room too small, but the team made up for it with a smile and with tea.',
];

/** Comments that each hold something. */
export const TELLING_COMMENTS: readonly string[] = [
  'Nurse Bridget was kind; please call me back on 07700 900123, my hospital number is HN204517.',
  'Sarah Thompson explained everything. Write to s.thompson@mail.example if you need more, NHS 943 476 5919.',
  'Bác sĩ Nguyễn Văn Hùng rất tận tâm, xin gọi lại cho tôi số 0912 345 678 sau giờ làm việc.',
  'Gydytoja Ona Petrauskienė labai atidi. Skambinkite +370 600 12345 po pietų, lauksiu.',
  'คุณหมอสมชายดูแลดีมาก โทรกลับ 081-234-5678 ด้วยครับ',
  'ڈاکٹر احمد صاحب بہت اچھے ہیں، میرا نمبر 0300-1234567 ہے',
];
