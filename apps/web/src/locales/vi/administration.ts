export const administration = {
  label: 'Quản trị',
  rooms: {
    people: 'Người dùng',
    departments: 'Khoa phòng',
    touchpoints: 'Điểm chạm',
    sources: 'Nguồn và khóa',
    settings: 'Cài đặt',
    patients: 'Dữ liệu của một bệnh nhân',
    audit: 'Nhật ký kiểm toán',
  },
};
