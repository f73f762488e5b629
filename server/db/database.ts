/**
 * The one way to the database. The same SQL runs on the embedded engine and on a PostgreSQL server.
 *
 * Parameters ($1, $2, …): string, number, bigint, boolean, Date, Buffer/Uint8Array; null and undefined are NULL.
 * A JS array is a PostgreSQL array (`= any($1)`). JSON goes as text: pass `JSON.stringify(value)` for `$1::jsonb`.
 *
 * Results: timestamptz is a Date, date 'YYYY-MM-DD', int2/4/8 and float a number, numeric a string, bytea a Buffer,
 * json/jsonb parsed, arrays JS arrays; everything else is PostgreSQL's own text. The session's time zone is UTC.
 *
 * Keep the SQL text constant and the values in parameters: each text is prepared once and kept.
 * Keep statements short: the embedded engine runs on the event loop, and there no statement_timeout can fire
 * (its timer needs the event loop that the statement holds). Cap searches with `limit` on their candidates.
 * No pictures or films in here: bytea through the embedded engine costs 0.1 s per 500 kB. They are files.
 *
 * Failures: DatabaseError (`code` is the SQLSTATE) or DatabaseUnavailable.
 */
export interface Queries {
  query<Row>(text: string, params?: readonly unknown[]): Promise<Row[]>
}

export interface TxOptions {
  /** For work that may take longer than any other request. */
  limitMs?: number
}

export interface Database extends Queries {
  readonly kind: 'embedded' | 'server'
  /** Runs work in one transaction; nothing else can slip into it. Rolls back when work throws. */
  tx<T>(work: (tx: Queries) => Promise<T>, options?: TxOptions): Promise<T>
  close(): Promise<void>
}

/** The database understood us and refused. `code` is the SQLSTATE, `constraint` the name of a broken rule. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  readonly code: string
  readonly constraint: string | undefined

  constructor(
    code: string,
    message: string,
    options: { constraint?: string | undefined; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.constraint = options.constraint
  }
}

/** The database cannot be reached, is closed or has no room left: nothing was learnt about the request itself. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable'

  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
  }
}
