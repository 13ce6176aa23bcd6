"""Stories: which documents tell of one event, as log-odds."""

from factcheck.stories.odds import Stories

__all__ = ["Stories"]
