"""The recipe for macOS, as far as it can be looked at without macOS."""

from __future__ import annotations

import plistlib

from desktop.content import library
from tests.guides import RESOURCES, ROOT

FOLDER = ROOT / "packaging" / "macos"
TOLD = plistlib.loads((FOLDER / "Info.plist").read_bytes())


def test_the_program_is_called_the_same_for_ever():
    """Under another identifier macOS would ask for its rights anew, and Jamf would take it for another program."""
    recipe = (ROOT / "packaging" / "guide.spec").read_text("utf-8")
    assert "bundle_identifier=publisher.publisher().id" in recipe
    assert TOLD["CFBundleExecutable"] == "net-surgery-guide"
    assert TOLD["CFBundleDisplayName"] == library.load(RESOURCES, "en").edition.title


def test_it_speaks_the_languages_of_the_guide():
    assert TOLD["CFBundleLocalizations"] == list(library.FILES)


def test_the_version_is_not_written_there():
    assert "CFBundleVersion" not in TOLD
    assert '"CFBundleVersion": __version__' in (ROOT / "packaging" / "guide.spec").read_text("utf-8")


def test_nothing_is_allowed_beyond_the_hardened_runtime_and_no_network():
    assert plistlib.loads((FOLDER / "entitlements.plist").read_bytes()) == {}


def test_without_a_certificate_the_script_says_that_nothing_is_signed():
    script = (FOLDER / "build.sh").read_text("utf-8")
    assert 'echo "Not signed, because CODESIGN_IDENTITY is not set."' in script
    assert 'echo "Not notarized, because NOTARY_PROFILE is not set."' in script
