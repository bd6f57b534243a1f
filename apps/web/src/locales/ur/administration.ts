export const administration = {
  label: 'انتظامیہ',
  rooms: {
    people: 'لوگ',
    departments: 'شعبے',
    touchpoints: 'رابطے کے مقامات',
    sources: 'ذرائع اور کلیدیں',
    settings: 'ترتیبات',
    patients: 'ایک مریض کا ڈیٹا',
    audit: 'آڈٹ ریکارڈ',
  },
};
