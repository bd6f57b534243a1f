import type { NameList } from './name-list.ts';

/** Family names that begin a Vietnamese name: two syllables with capitals after them make one for certain. */
export const VIETNAMESE_FAMILY_NAMES = `
  nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh đoàn mai tô lương cao tạ châu hà
  lâm phùng vương đào đồng quách tăng thái triệu trương từ văn tống kiều la lại mạc nghiêm ninh ông quang thân tôn trầm
  viên vi nguyen tran pham huynh hoang phan dang bui ngo dinh trinh doan truong duong`;

/** Family names that are nothing else, so that one syllable after them is enough. */
export const SURE_FAMILY_NAMES = 'nguyễn trần phạm huỳnh đặng bùi đỗ ngô trịnh đoàn trương nguyen tran pham huynh';

export const VIETNAMESE_NAMES: NameList = {
  names: '',
  wordlike: `
    an anh ánh bảo bích bình châu chi chiến cường diễm diệp diệu dung dũng duy duyên đạt điệp đức giang hà hải hân hằng
    hạnh hậu hiền hiếu hiệp hoa hòa hoàn hoàng hồng huân huệ hùng hưng hương hường huy huyền khang khánh khoa khôi kiên
    kiệt kim lan liên linh loan lộc long ly mai mạnh mẫn minh my mỹ nam nga ngân nghĩa ngọc nguyên nguyệt nhàn nhân nhi
    nhung nhung oanh phát phong phú phúc phương phượng quân quang quốc quyên quỳnh sang sen sơn tài tâm tân thắm thái
    thành thảo thi thịnh thoa thơ thu thủy thuận thúy thùy thư thương tiến tín toàn trang trí trinh trọng trung trúc
    trường tú tuấn tùng tuyền tuyết uyên vân việt vinh vy xuân yến`,
  titles: 'bs bác chị anh cô chú ông bà em cậu dì mợ thím y thầy gs pgs ts ths ktv đd nhs ds bscki bsckii',
};

/** The last syllables of titles of two, each with the one before it. */
export const TWO_SYLLABLE_TITLES: Readonly<Record<string, readonly string[]>> = {
  sĩ: ['bác', 'dược', 'nha', 'y'],
  sỹ: ['bác', 'dược', 'nha', 'y'],
  si: ['bac'],
  tá: ['y'],
  dưỡng: ['điều'],
  lý: ['hộ'],
  sinh: ['hộ'],
  viên: ['thuật', 'nhân'],
  khoa: ['trưởng'],
  nhân: ['bệnh'],
};

/** Given names written small that are no word beside a title of the profession: “bác sĩ hùng”. */
export const SMALL_GIVEN_NAMES =
  'dũng diễm duyên hùng hương hường huyền khánh lan linh loan nga ngân nhung oanh phương phượng quân quyên quỳnh thảo thủy thúy thùy trang trinh tuấn tùng uyên vy yến';
