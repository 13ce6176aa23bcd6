"""Findings: the conflicts that a person confirmed, ready to be pasted into a memo, a table or a talk page.

``findings(scan)`` collects them; `FORMATS` writes them. A finding holds what a reader of a memo asks: the question, the
readings at odds with their words, who says each, where and when, what was decided, by whom, and the notes.
"""

from factcheck.reports.findings.formats import FORMATS, render, report
from factcheck.reports.findings.model import Finding, Note, Passage, Reading, findings, open_again

__all__ = ["FORMATS", "Finding", "Note", "Passage", "Reading", "findings", "open_again", "render", "report"]
