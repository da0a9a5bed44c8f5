"""Looks through a packaged program, of whichever system, for what must never be in one.

usage: check_bundle.py FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "linux"))

from contents import faults  # noqa: E402

NEEDED = {
    "win32": ("Qt6Core.dll", "Qt6Gui.dll", "Qt6Widgets.dll", "Qt6Svg.dll", "Qt6PrintSupport.dll", "qwindows.dll",
              "qoffscreen.dll", "msvcp140.dll", "vcruntime140.dll", "vcruntime140_1.dll", "_hashlib.pyd",
              "libcrypto-3.dll"),
    "darwin": ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport", "QtDBus", "libqcocoa.dylib",
               "libqoffscreen.dylib", "libqmacstyle.dylib", "libcrypto.3.dylib"),
    "linux": (),
}  # fmt: skip
"""Without these the window does not open, or staff cannot leave the kiosk, whose PIN libcrypto hashes. Visual C++'s
runtime is on the machine that builds, not on others."""
_RIGHTS = "others may write to it"
"""Windows keeps rights elsewhere."""


def main(arguments: list[str]) -> int:
    """Tell everything that is wrong; the exit code."""
    folder = Path(arguments[0])
    found = [each for each in faults(folder) if sys.platform != "win32" or _RIGHTS not in each]
    names = {path.name.lower() for path in folder.rglob("*")}
    found += [f"{name} is missing" for name in (*NEEDED[sys.platform], "content.yaml") if name.lower() not in names]
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    print(f"{folder}: {len(names)} names, {size / 1_000_000:.1f} MB")
    for each in found:
        print(each)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
