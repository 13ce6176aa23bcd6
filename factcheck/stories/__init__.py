"""Stories: which documents tell of one event, as log-odds."""

from factcheck.stories.odds import Stories
from factcheck.stories.telling import Story, tell_stories

__all__ = ["Stories", "Story", "tell_stories"]
