import { deskApplications } from './desk-applications.ts'
import { deskEntries } from './desk-entries.ts'
import { deskImport } from './desk-import.ts'
import { deskSession } from './desk-session.ts'
import { deskComplaints, deskTips } from './desk-tips.ts'

/** What the officers' console may call. Never part of the citizens' client. */
export const desk = { deskSession, deskApplications, deskImport, deskTips, deskComplaints, deskEntries }
