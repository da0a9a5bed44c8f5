#!/bin/sh
# Builds the last commit once more, in another folder with packing tools of its own, and compares it with dist/.
# usage: same.sh      (in a checkout whose dist/ was made from its last commit)
# Ends with 0, or names the files that differ and ends with 1.
set -eu
here=$(git rev-parse --show-toplevel)
folder=$(mktemp -d)
there=$folder/elsewhere
trap 'git -C "$here" worktree remove --force "$there"; rm -r "$folder"' EXIT

git -C "$here" worktree add --quiet --detach "$there" HEAD
make --directory "$there" --silent package >/dev/null
(cd "$there/dist" && find . -type f) | sort >"$folder/files"
wrong=0
while read -r file; do
    cmp "$here/dist/$file" "$there/dist/$file" || wrong=1
done <"$folder/files"
echo "$(wc -l <"$folder/files") files compared"
exit $wrong
