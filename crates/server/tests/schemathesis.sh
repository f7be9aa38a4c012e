#!/bin/sh
# Schemathesis against the server of the small corridor: PROGRAM FOLDER, the folder for its packages and files. Ends with 0 where it
# cannot be installed, and says so. Names cannot be described, so that a value that keeps the schema may still be refused.
set -eu
program=$1
folder=$2
corridor=$(CDPATH= cd -- "$(dirname -- "$0")/../../../corridors/caspian-mini" && pwd)
mkdir -p "$folder"
if ! { [ -x "$folder/venv/bin/schemathesis" ] ||
    { python3 -m venv "$folder/venv" && "$folder/venv/bin/pip" install --quiet schemathesis==4.32.5; } >/dev/null 2>&1; }; then
    echo "skipped: schemathesis cannot be installed (python3 -m venv, pip install schemathesis==4.32.5)"
    exit 0
fi
rm -rf "$folder/corridor" "$folder/store"
cp -r "$corridor" "$folder/corridor"
cd "$folder"
"$program" serve corridor --port 0 --store store >served &
server=$!
trap 'kill $server' EXIT
address=
for _ in 1 2 3 4 5 6 7 8 9 10; do
    address=$(sed -n 's|.*\(http://[0-9.:]*/\).*|\1|p' served)
    [ -n "$address" ] && break
    sleep 1
done
venv/bin/schemathesis run "${address}api/openapi.json" --exclude-checks positive_data_acceptance --warnings off \
    --max-examples 40 --seed 1 --request-timeout 60 --no-color
