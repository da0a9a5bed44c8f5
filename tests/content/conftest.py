"""How long Hypothesis searches: `HYPOTHESIS_PROFILE=long` is for a night."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("fast", max_examples=300, deadline=None)
settings.register_profile("long", max_examples=10_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))
