export const administration = {
  label: 'Administravimas',
  rooms: {
    people: 'Žmonės',
    departments: 'Skyriai',
    touchpoints: 'Sąlyčio taškai',
    sources: 'Šaltiniai ir raktai',
    settings: 'Nustatymai',
    patients: 'Vieno paciento duomenys',
    audit: 'Audito žurnalas',
  },
};
