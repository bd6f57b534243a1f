export const identity = {
  signIn: 'Đăng nhập bằng {name}',
  or: 'hoặc',
  title: 'Bạn chưa đăng nhập',
  again: 'Thử lại với {name}',
  toDoor: 'Về trang đăng nhập',
  why: {
    expired: {
      what: 'Đã quá lâu, hoặc yêu cầu này đã được trả lời.',
      remedy: 'Hãy bắt đầu lại trong trình duyệt này và hoàn tất trong mười phút.',
    },
    cancelled: {
      what: 'Bạn không được vào ở trang đăng nhập kia, hoặc chưa hoàn tất ở đó.',
      remedy: 'Hãy bắt đầu lại khi bạn sẵn sàng.',
    },
    'not-valid': {
      what: 'Không thể chấp nhận câu trả lời của trang đăng nhập kia.',
      remedy: 'Hãy bắt đầu lại. Nếu lần nào cũng vậy, hãy báo cho người phụ trách Bedside: cài đặt có thể đã thay đổi.',
    },
    unreachable: {
      what: 'Trang đăng nhập kia hiện không trả lời.',
      remedy: 'Hãy thử lại sau vài phút.',
    },
    'no-role': {
      what: 'Trang đăng nhập kia nhận ra bạn, nhưng không nhóm nào của bạn có vai trò ở đây.',
      remedy: 'Hãy nhờ người quản lý tài khoản của bạn ở bệnh viện thêm bạn vào một nhóm được dùng Bedside.',
    },
    'no-department': {
      what: 'Vai trò của bạn xem theo khoa, và trang đăng nhập kia không nêu khoa nào được biết ở đây.',
      remedy: 'Hãy nhờ người quản lý tài khoản của bạn ở bệnh viện ghi rõ khoa của bạn.',
    },
    'no-email': {
      what: 'Trang đăng nhập kia không cho biết địa chỉ email của bạn.',
      remedy: 'Hãy nhờ người quản lý tài khoản của bạn ở bệnh viện cho Bedside biết địa chỉ đó.',
    },
    'not-invited': {
      what: 'Ở đây đã có tài khoản dùng địa chỉ của bạn.',
      remedy: 'Hãy đăng nhập bằng mật khẩu của tài khoản đó, hoặc hỏi quản trị viên Bedside.',
    },
    disabled: {
      what: 'Tài khoản của bạn ở đây đã bị đóng.',
      remedy: 'Quản trị viên Bedside có thể mở lại.',
    },
  },
};
