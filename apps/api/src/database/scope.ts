/** What one request or job may see: an organisation, and all of its departments or a set of them (each with its subtree spelled out). */
export interface Scope {
  organisationId: string;
  departmentIds: readonly string[] | 'all';
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The literal statements that open a transaction inside a scope; throws on anything that is not a plain uuid. */
export function scopeStatements({ organisationId, departmentIds }: Scope): string {
  const departments = departmentIds === 'all' ? [] : departmentIds;
  for (const id of [organisationId, ...departments]) {
    if (!UUID.test(id)) throw new Error('a scope holds lower-case uuids only');
  }
  const list = departmentIds === 'all' ? '*' : `{${departments.join(',')}}`;
  return `set local app.organisation_id = '${organisationId}'; set local app.department_ids = '${list}'`;
}
