/** Who is at work, for the audit trail. */
export interface Actor {
  kind: 'person' | 'key' | 'system';
  /** Of the account or the key; null for the installation itself. */
  id: string | null;
  name: string;
  /** The network address a request came from; null for work nobody asked for over the network. */
  address: string | null;
}

/** What one request or job may see: an organisation, and all of its departments or a set of them (each with its subtree spelled out). */
export interface Scope {
  organisationId: string;
  departmentIds: readonly string[] | 'all';
  /** Left out, it is the installation itself. */
  actor?: Actor;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for a plain lower-case uuid, the only thing a scope is ever written with. */
export const isUuid = (text: string): boolean => UUID.test(text);

/** The literal statements that open a transaction inside a scope; throws on anything that is not a plain uuid. */
export function scopeStatements({ organisationId, departmentIds }: Scope): string {
  const departments = departmentIds === 'all' ? [] : departmentIds;
  for (const id of [organisationId, ...departments]) {
    if (!isUuid(id)) throw new Error('a scope holds lower-case uuids only');
  }
  const list = departmentIds === 'all' ? '*' : `{${departments.join(',')}}`;
  return `set local app.organisation_id = '${organisationId}'; set local app.department_ids = '${list}'`;
}
