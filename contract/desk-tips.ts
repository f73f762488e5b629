import * as v from 'valibot'
import { Id } from './desk-application-views.ts'
import { deskEndpoint } from './desk-endpoint.ts'
import type { DeskRule } from './endpoint.ts'
import type { Role } from './roles.ts'
import { DeskTip, RecordId, TipAction, TipFilter, TipInList, Wave } from './desk-tip-views.ts'
import { Instant, text } from './text.ts'
import { ClientKey, messageTextLimits, TipContact } from './tips.ts'

const Done = v.object({ id: v.number(), at: Instant })
const reason = text(10, 1000)
const params = v.object({ id: RecordId })

interface Trusted {
  handle: readonly Role[]
  /** Who may decide about an identity request of another officer. */
  decide: readonly Role[]
}

type Rule = (action: string, roles?: readonly Role[]) => DeskRule

function reading(queue: string, rule: Rule) {
  return {
    list: deskEndpoint({
      method: 'GET',
      path: `/desk/${queue}`,
      summary:
        'Tips, newest first, without those of a wave or merged into another; waves are summed up beside them',
      query: TipFilter,
      response: v.object({
        tips: v.array(TipInList),
        /** For `before` of the next page; null on the last. */
        next: v.nullable(v.number()),
        waves: v.array(v.object({ wave: Wave, count: v.number(), newestAt: Instant })),
      }),
      errors: [],
      desk: rule('list'),
    }),
    open: deskEndpoint({
      method: 'GET',
      path: `/desk/${queue}/:id`,
      summary: 'One tip with its content and everything that happened with it; never the contact',
      params,
      response: DeskTip,
      errors: ['not-found'],
      desk: rule('open'),
    }),
    openFile: deskEndpoint({
      method: 'GET',
      path: `/desk/${queue}/:id/files/:file`,
      summary:
        'A picture, video or document of a tip, freed of everything but what can be seen and heard in it',
      params: v.object({ ...params.entries, file: RecordId }),
      response: v.blob(),
      answersBytes: true,
      errors: ['not-found'],
      desk: rule('file-open'),
    }),
  }
}

function acting(queue: string, rule: Rule) {
  return {
    add: deskEndpoint({
      method: 'POST',
      path: `/desk/${queue}/:id/entries`,
      summary: 'A note, a question to the sender, passing on, or an outcome; the same key is stored once',
      params,
      body: v.object({
        clientKey: ClientKey,
        kind: TipAction,
        text: text(messageTextLimits.min, messageTextLimits.max),
      }),
      response: Done,
      errors: ['not-found', 'conflict'],
      desk: rule('add'),
      repeatable: true,
    }),
    merge: deskEndpoint({
      method: 'POST',
      path: `/desk/${queue}/:id/merge`,
      summary: 'Join a tip to the one that it repeats; its sender follows the steps of that one from now on',
      params,
      body: v.object({ into: Id }),
      response: Done,
      errors: ['not-found', 'conflict'],
      desk: rule('merge'),
    }),
  }
}

function identity(queue: string, rule: Rule, decide: readonly Role[]) {
  const request = v.object({ ...params.entries, request: RecordId })
  return {
    requestIdentity: deskEndpoint({
      method: 'POST',
      path: `/desk/${queue}/:id/identity`,
      summary: 'Ask to see the name and number that a sender left',
      params,
      body: v.object({ reason }),
      response: Done,
      errors: ['not-found', 'conflict'],
      desk: rule('identity-request'),
    }),
    decideIdentity: deskEndpoint({
      method: 'POST',
      path: `/desk/${queue}/:id/identity/:request/decision`,
      summary: "A second officer's decision about such a request, once",
      params: request,
      body: v.object({ approved: v.boolean(), reason: v.optional(reason) }),
      response: Done,
      errors: ['not-found', 'conflict'],
      desk: rule('identity-decision', decide),
    }),
    openIdentity: deskEndpoint({
      method: 'POST',
      path: `/desk/${queue}/:id/identity/:request/open`,
      summary:
        'The name and number, for the officer who asked, within a day of the approval; the sender sees when',
      params: request,
      response: TipContact,
      errors: ['not-found', 'conflict'],
      desk: rule('identity-open'),
    }),
  }
}

/** The endpoints of one queue. A record of the other queue, or of a station out of reach, is `not-found`. */
function tipQueue(queue: string, { handle, decide }: Trusted) {
  const rule: Rule = (action, roles = handle) => ({ roles, audit: `${queue}.${action}` })
  return { ...reading(queue, rule), ...acting(queue, rule), ...identity(queue, rule, decide) }
}

/** Handled by the unit: everything but complaints about officers. */
export const deskTips = {
  ...tipQueue('tips', { handle: ['triage', 'supervisor'], decide: ['supervisor'] }),
  toSuperior: deskEndpoint({
    method: 'POST',
    path: '/desk/tips/:id/to-superior',
    summary: 'Move a tip about an officer to the superior, for good: the unit does not see it any more',
    params,
    body: v.object({ reason }),
    response: Done,
    errors: ['not-found'],
    desk: { roles: ['triage', 'supervisor'], audit: 'tips.to-superior' },
  }),
}

/** About officers or the unit itself: for the superior alone. */
export const deskComplaints = tipQueue('complaints', { handle: ['superior'], decide: ['superior'] })
