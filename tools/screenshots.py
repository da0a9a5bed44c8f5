"""``make screenshots``: the pictures of the README, drawn without a screen."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from desktop.main import main  # noqa: E402

PICTURES = {"laptop.png": ["--topic", "whipple", "--size", "1366x768"]}

if __name__ == "__main__":
    folder = ROOT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    for name, options in PICTURES.items():
        code = main(["screenshot", str(folder / name), *options])
        if code:
            sys.exit(code)
