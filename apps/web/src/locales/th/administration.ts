export const administration = {
  label: 'การดูแลระบบ',
  rooms: {
    people: 'ผู้ใช้',
    departments: 'แผนก',
    touchpoints: 'จุดสัมผัส',
    sources: 'แหล่งข้อมูลและคีย์',
    settings: 'การตั้งค่า',
    patients: 'ข้อมูลของผู้ป่วยหนึ่งคน',
    audit: 'บันทึกการตรวจสอบ',
  },
};
