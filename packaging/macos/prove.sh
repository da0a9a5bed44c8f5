#!/bin/sh
# Installs the program from its disk image, walks through it, removes it, and looks what is left.
# usage: packaging/macos/prove.sh dist/net-surgery-guide-VERSION-arm64.dmg      (as an administrator)
set -eu
dmg=$1
app="/Applications/Surgery Guide.app"
command="$app/Contents/MacOS/net-surgery-guide"
policy="/Library/Application Support/net-surgery-guide/policy.toml"
kept="$HOME/Library/Application Support/net-surgery-guide"

fail() { echo "$*" >&2; exit 1; }

mounted=$(mktemp -d)
hdiutil attach -quiet -nobrowse -readonly -mountpoint "$mounted" "$dmg"
sudo ditto "$mounted/Surgery Guide.app" "$app"
hdiutil detach -quiet "$mounted"

"$command" about
"$command" check --strict
mkdir -p pictures
for language in en fr; do
    "$command" screenshot "pictures/whipple-$language.png" --topic whipple --lang $language
done
"$command" handout whipple --out pictures/whipple.pdf --lang fr
sudo mkdir -p "$(dirname "$policy")"
# A policy with a PIN is good only where PINs can be hashed, so that staff can leave the kiosk.
sudo tee "$policy" >/dev/null <<'EOF'
languages = ["en", "fr"]
[staff]
pin = "scrypt:15:AAAAAAAAAAAAAAAAAAAAAA==:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
EOF
"$command" policy check

open -n "$app" --args --topic whipple
waited=0
while [ ! -s "$kept/settings.json" ] && [ $waited -lt 60 ]; do
    sleep 1
    waited=$((waited + 1))
done
screencapture -x pictures/screen.png || true   # may be forbidden to a service
pid=$(pgrep -n net-surgery-guide) || fail "the program is not running"
kill "$pid"
[ -s "$kept/settings.json" ] || fail "the settings were not kept"

sudo rm -rf "$app"
[ ! -e "$app" ] || fail "$app is still there"
[ -s "$policy" ] || fail "the clinic's policy is gone"
echo "Installed, walked, removed; the policy and the user's settings are left."
