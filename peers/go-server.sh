# shellcheck shell=bash
# Builds one pinned Go server into a cache folder outside the checkout, once. Sourced by the install-* scripts, after
#   name      as in pins.properties and as the folder with its go.mod
#   module    its Go module
#   commands  what is built of it, below the module's cmd/
#   asks      the word that makes a command print its version and end
#   cgo       1 where it needs a C compiler, with needs_c saying what for; 0 elsewhere
# Last line of stdout: that folder. Exit 3: not obtained here, the last line of stderr says why; CI goes on without it.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
version=$(sed -n "s/^$name\.version=//p" "$here/pins.properties")
cache=${CURFEW_PEERS:-${XDG_CACHE_HOME:-$HOME/.cache}/curfew/peers}
target=$cache/$name-$version

installed() {
    local command
    for command in "${commands[@]}"; do
        "$target/$command" "$asks" >/dev/null 2>&1 || return 1
    done
}

finish() {
    echo "$target"
    exit 0
}

unobtainable() {
    echo "install-$name: $name $version was not obtained: $1" >&2
    exit 3
}

if installed; then finish; fi

# A pin that go.mod does not share is a mistake in the checkout, not a server that cannot be had: no exit 3.
grep -q "^require $module v$version\$" "$here/$name/go.mod" || {
    echo "install-$name: pins.properties says $version, $name/go.mod requires another version" >&2
    exit 1
}

command -v go >/dev/null || unobtainable "there is no Go toolchain on the PATH"
if [ "$cgo" = 1 ]; then
    # Go itself would notice a missing compiler only minutes later.
    read -r compiler _ <<<"$(go env CC)"
    command -v "$compiler" >/dev/null || unobtainable "there is no C compiler ($compiler), which $needs_c needs"
fi
mkdir -p "$cache" 2>/dev/null || unobtainable "the cache folder $cache cannot be made"

# Where there is no flock, two runs at once merely build twice: the moves below do not disturb each other.
if command -v flock >/dev/null; then
    exec 9>"$cache/.$name-$version.lock"
    flock -n 9 || {
        echo "install-$name: waiting for another run that builds $name $version" >&2
        flock 9
    }
    if installed; then finish; fi
fi

work=$(mktemp -d "$cache/.$name-$version.XXXXXX")
mkdir "$work/bin"
builder=
trap '[ -z "$builder" ] || kill "$builder" 2>/dev/null || true; rm -rf "$work"' EXIT

echo "install-$name: building $name $version, once; this takes minutes" >&2
# -mod=readonly: what is built is what go.sum vouches for. 9>&-: nothing that go leaves behind keeps the lock.
# In the background, because a shell that waits for a foreground command would leave it running when it is ended.
CGO_ENABLED=$cgo nice -n 5 go build -C "$here/$name" -mod=readonly -buildvcs=false -trimpath -ldflags "-s -w" \
    -o "$work/bin/" "${commands[@]/#/$module/cmd/}" >"$work/log" 2>&1 9>&- &
builder=$!
wait "$builder" ||
    unobtainable "go build ended with: $(grep -v '^go: downloading' "$work/log" | uniq | tail -n 3 | paste -sd ' ' -)"
builder=

mkdir -p "$target"
for command in "${commands[@]}"; do
    mv -f "$work/bin/$command" "$target/$command"
done
installed || unobtainable "what was built in $target does not start"
finish
