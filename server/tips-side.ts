import type { FastifyInstance } from 'fastify'
import type { AppContext } from './app.ts'
import type { Desk } from './desk/desk.ts'
import { Cleaner } from './evidence/cleaner.ts'
import { SealedFiles } from './evidence/sealed-files.ts'
import { findArticle } from './news/news.repo.ts'
import { deskTipRoutes } from './tips/desk-tips.routes.ts'
import { freeBytesOf } from './tips/intake.ts'
import { tendFiles } from './tips/tend-files.ts'
import { createFileIntake } from './tips/tip-file-intake.ts'
import { tipFileRoutes } from './tips/tip-files.routes.ts'
import { tipRoutes } from './tips/tips.routes.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** To be called at the start and now and then. */
    tendFiles: () => Promise<void>
  }
}

/** Tips, what comes with them, and the officers who read both. */
export function tipsSide(app: FastifyInstance, context: AppContext, officers: Desk): void {
  const { db, content, keys, clock, locate, intakeLimits, fileLimits } = context
  const sealing = { keys, ...context.vaults }
  const freeBytes = context.freeBytes ?? freeBytesOf(context.filesDir)
  const isNotice = async (slug: string) => (await findArticle(db, slug, officers.showDemo)) !== undefined
  tipRoutes(app, { db, sealing, content, locate, isNotice, freeBytes, intakeLimits, clock })
  const files = new SealedFiles(context.evidenceDir, sealing.content)
  const cleaner = new Cleaner()
  app.addHook('onClose', () => cleaner.close())
  const intake = createFileIntake({ db, sealing, files, cleaner, freeBytes, fileLimits, clock })
  tipFileRoutes(app, intake)
  app.decorate('tendFiles', () => tendFiles(intake, content.retention.files))
  deskTipRoutes(app, officers, { db, sealing, files, calendar: content.calendar, clock })
}
