"""The chapters of the report, in order."""

from typing import Final

from interviewer.publish.chapters.findings import findings, moved, on_the_map
from interviewer.publish.chapters.method import method, rated, short
from interviewer.publish.chapters.phase_one import phase_one
from interviewer.publish.chapters.questions import questions
from interviewer.publish.chapters.services import experience, offers, services
from interviewer.publish.chapters.way import way

CHAPTERS: Final = (
    short, method, rated, phase_one, findings, moved, on_the_map, services, offers, experience, way,
    questions,
)  # fmt: skip
"""The whole report: each makes its chapter of the material."""
