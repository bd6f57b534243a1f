/** What sites, departments and touchpoints are called in addresses and file columns: short, lower case, Latin. */
export const CODE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
