#!/bin/sh
# Puts a Developer ID certificate and a key for Apple's notary into a keychain of their own, for build.sh; only for a build
# machine of one's own. CERTIFICATE is a .p12 in base64, PASSWORD its password; NOTARY_KEY the text of a .p8 file.
set -eu
keychain=$RUNNER_TEMP/signing.keychain-db
secret=$(uuidgen)
file=$(mktemp)
trap 'rm -f "$file" "$file.p8"' EXIT

printf %s "$CERTIFICATE" | base64 --decode >"$file"
security create-keychain -p "$secret" "$keychain"
security set-keychain-settings -lut 3600 "$keychain"
security unlock-keychain -p "$secret" "$keychain"
security import "$file" -f pkcs12 -P "$PASSWORD" -k "$keychain" -T /usr/bin/codesign
security set-key-partition-list -S apple-tool:,apple: -s -k "$secret" "$keychain" >/dev/null
security list-keychains -d user -s "$keychain" login.keychain
identity=$(security find-identity -v -p codesigning "$keychain" | sed -n 's/.*"\(Developer ID Application: .*\)"/\1/p' | head -1)
echo "CODESIGN_IDENTITY=$identity" >>"$GITHUB_ENV"

if [ -n "${NOTARY_KEY:-}" ]; then
    printf %s "$NOTARY_KEY" >"$file.p8"
    xcrun notarytool store-credentials guide --key "$file.p8" --key-id "$NOTARY_KEY_ID" --issuer "$NOTARY_ISSUER"
    echo "NOTARY_PROFILE=guide" >>"$GITHUB_ENV"
fi
