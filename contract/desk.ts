import { deskSession } from './desk-session.ts'

/** What the officers' console may call. Never part of the citizens' client. */
export const desk = { deskSession }
