"""``make run``: opens the guide; without a screen it says so and leaves a picture of the window instead."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from desktop import machine  # noqa: E402
from desktop.errors import NoDisplayError  # noqa: E402
from desktop.main import main  # noqa: E402

PICTURE = ROOT / "build" / "guide.png"

if __name__ == "__main__":
    try:
        machine.require_display()
    except NoDisplayError:
        PICTURE.parent.mkdir(exist_ok=True)
        code = main(["screenshot", str(PICTURE)])
        print(f"There is no screen here to open the window on. A picture of it is in {PICTURE.relative_to(ROOT)}")
        sys.exit(code)
    sys.exit(main([]))
