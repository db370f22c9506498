#!/usr/bin/env bash
# Runs once, on an empty data directory: a database for each service, with an owner who changes its schema and a user who works in it.
set -euo pipefail

# On Compose the passwords are files.
for secret in /run/secrets/*; do
  [[ -f $secret ]] || continue
  export "${secret##*/}=$(<"$secret")"
done

database() {
  psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
    -v name="$1" -v owner="$1_owner" -v password="$2" -v owner_password="$3" <<'SQL'
create role :"name" login password :'password';
create role :"owner" login password :'owner_password';
create database :"name" owner :"owner";
-- Otherwise anybody who may log in may connect anywhere.
revoke connect on database :"name" from public;
grant connect on database :"name" to :"name", :"owner";
\connect :"name"
alter schema public owner to :"owner";
alter default privileges for role :"owner" in schema public grant select, insert, update, delete on tables to :"name";
alter default privileges for role :"owner" in schema public grant usage on sequences to :"name";
alter default privileges for role :"owner" in schema public grant execute on functions to :"name";
SQL
}

database intake "$INTAKE_DB_PASSWORD" "$INTAKE_DB_OWNER_PASSWORD"
database documents "$DOCUMENTS_DB_PASSWORD" "$DOCUMENTS_DB_OWNER_PASSWORD"
database review "$REVIEW_DB_PASSWORD" "$REVIEW_DB_OWNER_PASSWORD"
database notification "$NOTIFICATION_DB_PASSWORD" "$NOTIFICATION_DB_OWNER_PASSWORD"

psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres -v password="$KEYCLOAK_DB_PASSWORD" <<'SQL'
create role keycloak login password :'password';
create database keycloak owner keycloak;
revoke connect on database keycloak from public;
SQL
