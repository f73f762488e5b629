-- The number that Zalo vouched for in this session, as a keyed hash like that of applications.
alter table sessions add column phone_hash bytea;

-- Secrets that open an application without code and factor. Only keyed hashes: a copy of the database opens nothing.
create table application_secrets (
  secret_hash bytea primary key,
  application_id bigint not null references applications,
  -- `slip`: printed on paper. `share`: shown to a relative, short-lived. `phone` and `relative`: kept on a phone, the
  -- second one by somebody who came by a share.
  kind text not null check (kind in ('slip', 'share', 'phone', 'relative')),
  made_at timestamptz(3) not null,
  -- Null for as long as the application itself.
  expires_at timestamptz(3)
);
create index application_secrets_of on application_secrets (application_id, kind);
create index application_secrets_by_expiry on application_secrets (expires_at) where expires_at is not null;
