#!/bin/sh
# Freezes the program for macOS and makes dist/net-surgery-guide-VERSION-arm64.dmg and SHA256SUMS.
# usage: packaging/macos/build.sh      (macOS 13 or newer, Xcode command line tools, Python 3.13)
# CODESIGN_IDENTITY ("Developer ID Application: …") signs; NOTARY_PROFILE, made with `xcrun notarytool store-credentials`,
# has Apple look at it. Without them the program is signed for nobody (ad hoc) and macOS asks before it opens it.
set -eu
cd "$(dirname "$0")/../.."
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' desktop/__init__.py)
app="build/macos/Surgery Guide.app"
dmg="dist/net-surgery-guide-$version-$(uname -m).dmg"

python3 -m venv build/freeze
build/freeze/bin/python -m pip install --quiet --require-hashes --only-binary :all: -r packaging/requirements.txt
build/freeze/bin/python packaging/icons.py build/macos/guide.icns
ICON=$PWD/build/macos/guide.icns
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export ICON SOURCE_DATE_EPOCH
[ -n "${CODESIGN_IDENTITY:-}" ] || echo "Not signed, because CODESIGN_IDENTITY is not set."
build/freeze/bin/python -m PyInstaller --noconfirm --distpath build/macos --workpath build/pyinstaller packaging/guide.spec
build/freeze/bin/python packaging/check_bundle.py "$app"
codesign --verify --deep --strict "$app"

# A disk image with the program and the place to draw it to.
mkdir -p dist build/macos/image
rm -rf build/macos/image/* "$dmg"
cp -R "$app" build/macos/image/
ln -s /Applications build/macos/image/Applications
hdiutil create -quiet -volname "Surgery Guide $version" -srcfolder build/macos/image -fs HFS+ -format UDZO "$dmg"

if [ -n "${CODESIGN_IDENTITY:-}" ]; then
    codesign --sign "$CODESIGN_IDENTITY" --timestamp "$dmg"
fi
if [ -n "${NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$dmg" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$dmg"
    spctl --assess --type open --context context:primary-signature "$dmg"
else
    echo "Not notarized, because NOTARY_PROFILE is not set."
fi
(cd dist && shasum -a 256 "$(basename "$dmg")" | tee SHA256SUMS)
