import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type * as v from 'valibot'
import type { DeskEndpoint } from '#contract/desk-endpoint.ts'
import type { Queries } from '../db/database.ts'
import { type Call, serve, type ServeOptions } from '../http/serve.ts'
import { type AuditEntry, writeAudit } from './audit.ts'
import { admit, type Desk, type Present } from './desk.ts'

/** Leaves the audit entry of this call; a write passes its transaction, so that both happen or neither. */
export type Note = (queries: Queries, about?: Pick<AuditEntry, 'records' | 'station'>) => Promise<void>

export interface DeskCall<E extends DeskEndpoint> extends Call<E>, Present {
  note: Note
}

/**
 * Binds an endpoint of the desk. To add one:
 *
 * 1. Declare it in `contract/` with `deskEndpoint`: its `desk` rule says which roles may call it and under which word
 *    it stands in the audit. Add its group to `contract/desk.ts`.
 * 2. Bind it in its area with `serveDesk`. The handler runs only for an officer with such a role. Show and change
 *    only records of stations in `within` (see `Present`); another station's record is `not-found`.
 * 3. Call `note` with the records shown or changed, once or more: before answering a read, and inside the
 *    transaction of a write. Who forgets it gets no answer out.
 *
 * server/desk/every-endpoint.test.ts tries each declared endpoint as nobody and with each wrong role by itself;
 * wrong station and right role are the area's own tests (`signIn` of server/testing/officers.ts).
 */
export function serveDesk<const E extends DeskEndpoint>(
  app: FastifyInstance,
  desk: Desk,
  endpoint: E,
  handler: (call: DeskCall<E>) => Promise<v.InferInput<E['response']> | FastifyReply>,
  options: Omit<ServeOptions, 'guard'> = {},
): void {
  const present = new WeakMap<FastifyRequest, Present>()
  const { audit } = endpoint.desk
  serve(
    app,
    endpoint,
    async (call) => {
      void call.reply.header('cache-control', 'no-store')
      const who = present.get(call.request)!
      let noted = audit === 'none'
      const note: Note = async (queries, about) => {
        const { id } = call.request
        await writeAudit(queries, {
          at: desk.clock(),
          officerId: who.officer.id,
          action: audit,
          requestId: id,
          ...about,
        })
        noted = true
      }
      const answer = await handler({ ...call, ...who, note })
      if (!noted) throw new Error(`${endpoint.path} left no audit entry`)
      return answer
    },
    {
      ...options,
      guard: async (request) => {
        present.set(request, await admit(desk, request, endpoint.desk))
      },
    },
  )
}
