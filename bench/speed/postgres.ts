import { randomBytes } from 'node:crypto'
import { databaseUrl, onServer } from '#server/testing/server-databases.ts'

/** Runs work on a new database of a PostgreSQL server and drops it; without such a server it is left out. */
export async function onPostgres(server: string, work: (url: string) => Promise<void>): Promise<void> {
  const name = `portal_bench_${randomBytes(6).toString('hex')}`
  try {
    await onServer(server, `create database ${name}`)
  } catch (error) {
    console.log(`No PostgreSQL at ${new URL(server).host} (${(error as Error).message}): left out.\n`)
    return
  }
  try {
    await work(databaseUrl(server, name))
  } finally {
    await onServer(server, `drop database if exists ${name} with (force)`)
  }
}
