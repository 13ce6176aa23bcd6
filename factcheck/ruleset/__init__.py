"""Rule sets: TOML files by concept into frozen claim types, every key checked, path and line kept."""

from factcheck.ruleset.loading import bundled_ruleset, default_folders, load_ruleset, with_tolerances
from factcheck.ruleset.model import ClaimType, Match, NoMatch, Ruleset, Verdict

__all__ = [
    "ClaimType",
    "Match",
    "NoMatch",
    "Ruleset",
    "Verdict",
    "bundled_ruleset",
    "default_folders",
    "load_ruleset",
    "with_tolerances",
]
