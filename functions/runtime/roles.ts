/** What a token may open. */
export const SCOPES = [
  'placements',
  'panel',
  'recruitment',
  'sufficiency',
  'imports',
  'policy',
  'audit',
  /** The address of a confidential household. */
  'confidential',
] as const
export type Scope = (typeof SCOPES)[number]

/** Roles bundle scopes. Who has which role is the authority's own identity provider's to say. */
export const ROLES = {
  'placements-officer': ['placements', 'sufficiency'],
  'placements-manager': ['placements', 'recruitment', 'policy', 'sufficiency', 'confidential'],
  'panel-member': ['panel', 'sufficiency'],
  'panel-chair': ['panel', 'policy', 'sufficiency'],
  'recruitment-officer': ['recruitment', 'sufficiency', 'confidential'],
  analyst: ['sufficiency', 'imports'],
  auditor: ['audit', 'sufficiency'],
} as const satisfies Record<string, readonly Scope[]>
export type Role = keyof typeof ROLES
