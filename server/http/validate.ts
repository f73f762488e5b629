import * as v from 'valibot'
import type { FieldIssue } from '#contract/error.ts'
import { ApiError } from './api-error.ts'

type Issue = v.BaseIssue<unknown>

const issueKinds: Record<string, FieldIssue> = {
  min_length: 'too-short',
  max_length: 'too-long',
  picklist: 'not-allowed',
  literal: 'not-allowed',
}

function kindOf(issue: Issue): FieldIssue {
  return issue.input === undefined ? 'required' : (issueKinds[issue.type] ?? 'format')
}

const pathOf = (issue: Issue) => issue.path?.map((item) => String(item.key)).join('.') ?? ''

/** The first issue of each field, by dotted path. */
function fieldsOf(issues: readonly Issue[]): Record<string, FieldIssue> {
  const fields = new Map<string, FieldIssue>()
  for (const issue of issues) if (!fields.has(pathOf(issue))) fields.set(pathOf(issue), kindOf(issue))
  return Object.fromEntries(fields)
}

/** Parses by the contract or refuses with `invalid` and the fields at fault. */
export function validate<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const parsed = v.safeParse(schema, input)
  if (!parsed.success) throw new ApiError('invalid', { fields: fieldsOf(parsed.issues) })
  return parsed.output
}
