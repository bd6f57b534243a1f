export const administration = {
  label: 'Administration',
  rooms: {
    people: 'People',
    departments: 'Departments',
    touchpoints: 'Touchpoints',
    sources: 'Sources and keys',
    settings: 'Settings',
    patients: 'A patient’s data',
    audit: 'Audit trail',
  },
};
