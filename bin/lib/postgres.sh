# A PostgreSQL server of one's own, as an unprivileged user on a free port of this machine. To be sourced.

pg_bin='' pg_data='' pg_as=()

stop_postgres() {
    if [[ -n $pg_data && -f $pg_data/postmaster.pid ]]; then
        "${pg_as[@]}" "$pg_bin/pg_ctl" stop --pgdata "$pg_data" --mode immediate --silent || true
    fi
}

# start_postgres FOLDER [SETTING…] — data in FOLDER/pg; sets postgres_url
start_postgres() {
    local folder=$1 user='' port
    shift
    # The newest that Debian holds, else the one on the path.
    pg_bin=$(compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -n 1) || true
    [[ -x $pg_bin/initdb ]] || pg_bin=$(dirname "$(readlink -f "$(command -v initdb)")")
    pg_data=$folder/pg
    chmod 755 "$folder"
    mkdir "$pg_data"
    if [[ $(id -u) == 0 ]]; then # PostgreSQL refuses root
        user=nobody
        if id postgres >/dev/null 2>&1; then user=postgres; fi
        chown "$user" "$pg_data"
        pg_as=(runuser -u "$user" --)
    fi
    if ! "${pg_as[@]}" "$pg_bin/initdb" --pgdata "$pg_data" --username postgres --auth trust \
        --encoding UTF8 --locale C.UTF-8 --no-sync >"$folder/initdb.log" 2>&1; then
        cat "$folder/initdb.log" >&2
        return 1
    fi
    printf '%s\n' "listen_addresses = '127.0.0.1'" "unix_socket_directories = ''" 'max_connections = 200' "$@" \
        >>"$pg_data/postgresql.conf"
    for _ in {1..10}; do
        port=$((20000 + RANDOM % 12000)) # below the range from which outgoing connections take theirs
        if "${pg_as[@]}" "$pg_bin/pg_ctl" start --pgdata "$pg_data" --log "$pg_data/log" --wait --silent \
            --options "-p $port" >/dev/null 2>&1; then
            # shellcheck disable=SC2034 # for whoever sources this
            postgres_url="postgres://postgres@127.0.0.1:$port/postgres"
            return
        fi
    done
    cat "$pg_data/log" >&2
    return 1
}
