import * as v from 'valibot'

/**
 * What an officer is trusted with. `editor` publishes, `triage` (the duty desk) takes tips and questions, `records`
 * keeps applications, `supervisor` approves and looks into the audit, `admin` keeps accounts. `superior` belongs to the
 * unit above and alone handles complaints about officers.
 */
export const Role = v.picklist(['editor', 'triage', 'records', 'supervisor', 'admin', 'superior'])
export type Role = v.InferOutput<typeof Role>

/** In place of a station's id: every station of the unit, closed ones too. */
export const everyStation = '*'
