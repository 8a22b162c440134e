#!/bin/sh
# Pairs of points and areas by PostGIS: join-peer.sh FOLDER. A PostgreSQL of its own is made in FOLDER and stopped again.
# Tables are filled and indexed before the clock starts; two parallel workers are left at their default.
set -e
folder=$1
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)
[ -n "$bin" ] || { echo "not installed (apt-get install postgresql-15-postgis-3)"; exit 0; }
as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
cd "$folder"
as "$bin/initdb" -D "$folder/db" -A trust >/dev/null
as "$bin/pg_ctl" -D "$folder/db" -w -o "-k $folder -c listen_addresses= -c shared_buffers=512MB -c work_mem=256MB" -l "$folder/log" start >/dev/null
trap 'as "$bin/pg_ctl" -D "$folder/db" -m immediate stop >/dev/null' EXIT
ask() { as psql -h "$folder" -d postgres -qAt "$@"; }
ask -c 'create extension postgis' 2>/dev/null || { echo "not installed (apt-get install postgresql-15-postgis-3)"; exit 0; }
ask <<SQL
create table area_text (id int, shape text);
\copy area_text from '$folder/areas.csv' with (format csv, delimiter E'\t', quote E'\b')
create table area as select id, st_geomfromgeojson(shape) as shape from area_text;
create index on area using gist (shape);
create table lon_lat (lon float8, lat float8);
\copy lon_lat from '$folder/points.csv' with (format csv)
create table point as select st_setsrid(st_makepoint(lon, lat), 4326) as at from lon_lat;
create index on point using gist (at);
vacuum analyze area;
vacuum analyze point;
SQL
began=$(date +%s.%N)
pairs=$(ask -c 'select count(*) from area join point on st_covers(area.shape, point.at)')
ended=$(date +%s.%N)
echo "pairs $pairs seconds $(echo "$ended $began" | awk '{printf "%.4f", $1 - $2}')"
