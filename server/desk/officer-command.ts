import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { type Grant, Login } from '#contract/desk-session.ts'
import { everyStation, Role } from '#contract/roles.ts'
import type { Database } from '../db/database.ts'
import { writeAudit } from './audit.ts'
import { endSessionsOf } from './officer-sessions.repo.ts'
import {
  type Account,
  findAccount,
  insertOfficer,
  listAccounts,
  setActive,
  setGrants,
  setPassphrase,
} from './officers.repo.ts'
import { hashPassphrase, weaknessOf } from './passphrase.ts'

export interface CommandContext {
  db: Database
  stations: readonly string[]
  askPassphrase: (question: string) => Promise<string>
  say: (line: string) => void
  clock: () => Date
}

export const usage = `npm run officer -- add LOGIN --name "Full name" --role ROLE@STATION [--role …]
npm run officer -- list
npm run officer -- roles LOGIN --role ROLE@STATION [--role …]
npm run officer -- passphrase LOGIN
npm run officer -- disable LOGIN
npm run officer -- enable LOGIN

ROLE is one of ${Role.options.join(', ')}; STATION is an id of content/unit.yaml, or ${everyStation} for the whole unit.
The passphrase is asked for, or read from the standard input; it never stands in the command.`

/** Said to the operator instead of a stack: what is wrong and what to do. */
export class CommandError extends Error {}

const actions: Record<string, (context: CommandContext, given: Given) => Promise<void>> = {
  add,
  list,
  roles,
  passphrase,
  disable: (context, given) => activate(context, given, false),
  enable: (context, given) => activate(context, given, true),
}

interface Given {
  login: string | undefined
  name: string | undefined
  roles: string[]
}

export async function runOfficerCommand(context: CommandContext, args: readonly string[]): Promise<void> {
  const { values, positionals } = parse(args)
  const [verb = '', login] = positionals
  const action = Object.hasOwn(actions, verb) ? actions[verb] : undefined
  if (!action || positionals.length > 2) throw new CommandError(usage)
  await action(context, { login, name: values.name, roles: values.role ?? [] })
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { name: { type: 'string' }, role: { type: 'string', multiple: true } },
    })
  } catch (error) {
    throw new CommandError(`${(error as Error).message}\n\n${usage}`)
  }
}

async function add(context: CommandContext, { login: typed, name, roles }: Given): Promise<void> {
  const login = v.safeParse(Login, typed)
  if (!login.success) {
    throw new CommandError(
      'Give a login of 3 to 40 letters a–z, digits, dots and dashes, for example lan.nguyen.',
    )
  }
  if (!name?.trim()) throw new CommandError('Give the officer’s full name with --name.')
  const grants = readGrants(context, roles)
  if (await findAccount(context.db, login.output)) {
    throw new CommandError(`There is already an officer ${login.output}: choose another login.`)
  }
  const passphraseHash = await newPassphrase(context, [login.output, ...name.split(/\s+/)])
  await context.db.tx(async (tx) => {
    const officer = { login: login.output, name: name.trim(), passphraseHash, demo: false, grants }
    const id = await insertOfficer(tx, officer)
    await note(context, tx, 'officer.add', id!)
  })
  context.say(`Added ${login.output}.`)
}

async function list({ db, say }: CommandContext): Promise<void> {
  const accounts = await listAccounts(db)
  if (accounts.length === 0) say('There are no officers yet.')
  for (const { login, name, active, demo, grants } of accounts) {
    const marks = [...(active ? [] : ['disabled']), ...(demo ? ['invented'] : [])].join(', ')
    const roles = grants.map(({ role, station }) => `${role}@${station}`).join(' ')
    say(`${login.padEnd(20)} ${name}${marks && ` (${marks})`}  ${roles}`)
  }
}

async function roles(context: CommandContext, given: Given): Promise<void> {
  const { id, login } = await getAccount(context, given)
  const grants = readGrants(context, given.roles)
  await context.db.tx(async (tx) => {
    await setGrants(tx, id, grants)
    await note(context, tx, 'officer.roles', id)
  })
  context.say(`${login} now has: ${given.roles.join(' ')}.`)
}

async function passphrase(context: CommandContext, given: Given): Promise<void> {
  const { id, login, name } = await getAccount(context, given)
  const hash = await newPassphrase(context, [login, ...name.split(/\s+/)])
  await context.db.tx(async (tx) => {
    await setPassphrase(tx, id, hash)
    await endSessionsOf(tx, id)
    await note(context, tx, 'officer.passphrase', id)
  })
  context.say(`${login} has a new passphrase and is signed out everywhere.`)
}

async function activate(context: CommandContext, given: Given, active: boolean): Promise<void> {
  const { id, login } = await getAccount(context, given)
  await context.db.tx(async (tx) => {
    await setActive(tx, id, active)
    await endSessionsOf(tx, id)
    await note(context, tx, active ? 'officer.enable' : 'officer.disable', id)
  })
  context.say(active ? `${login} may sign in again.` : `${login} is disabled and signed out everywhere.`)
}

async function getAccount({ db }: CommandContext, { login }: Given): Promise<Account> {
  if (!login) throw new CommandError(usage)
  const account = await findAccount(db, login.trim().toLowerCase())
  if (!account) throw new CommandError(`There is no officer ${login}: see npm run officer -- list.`)
  return account
}

function readGrants({ stations }: CommandContext, roles: readonly string[]): Grant[] {
  if (roles.length === 0)
    throw new CommandError('Give at least one --role, for example --role records@ben-cat.')
  return roles.map((given) => {
    const [role = '', station = ''] = given.split('@')
    if (!v.is(Role, role)) throw new CommandError(`No role “${role}”. Roles: ${Role.options.join(', ')}.`)
    if (station !== everyStation && !stations.includes(station)) {
      throw new CommandError(`No station “${station}”. Stations: ${[...stations, everyStation].join(', ')}.`)
    }
    return { role, station }
  })
}

async function newPassphrase({ askPassphrase }: CommandContext, about: readonly string[]): Promise<string> {
  const given = await askPassphrase('Passphrase: ')
  const weakness = weaknessOf(given, about)
  if (weakness) throw new CommandError(weakness)
  return hashPassphrase(given)
}

const note = ({ clock }: CommandContext, tx: Parameters<typeof writeAudit>[0], action: string, id: number) =>
  writeAudit(tx, { at: clock(), officerId: null, action, records: [`officer/${id}`] })
