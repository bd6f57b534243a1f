/** Two sites in two time zones with fourteen departments between them. */
export const DEPARTMENTS = Array.from({ length: 14 }, (_, index) => ({
  code: `department-${index + 1}`,
  name: `Department ${index + 1}`,
}));

export const STRUCTURE = {
  name: 'Bench Health',
  timeZone: 'Asia/Bangkok',
  sites: [
    { code: 'north', name: 'North', timeZone: 'Asia/Bangkok', departments: DEPARTMENTS.slice(0, 7) },
    { code: 'south', name: 'South', timeZone: 'Europe/Vilnius', departments: DEPARTMENTS.slice(7) },
  ],
};
