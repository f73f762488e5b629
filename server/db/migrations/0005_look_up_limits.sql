-- Keyed hash of the whole declared phone number: what the look-up asks for while somebody is guessing, and what leads
-- a verified phone to its own applications. The number itself is never stored here.
alter table applications add column if not exists phone_hash bytea;
create index if not exists applications_by_phone on applications (phone_hash) where phone_hash is not null;

-- Wrong factors of everybody together, by kind of factor. Each adds to a debt that time pays off.
create table lookup_budgets (
  kind text primary key,
  paid_off_at timestamptz not null
);

-- Which callers that erred opened which codes since; both are keyed hashes. Where many open files, some more may err.
create table lookup_openings (
  caller text not null,
  code text not null,
  until timestamptz not null,
  primary key (caller, code)
);
create index lookup_openings_by_end on lookup_openings (until);
