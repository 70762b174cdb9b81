"""Claim against finding on the screen: the number people ask for, the table, the units behind."""

from dataclasses import dataclass
from datetime import datetime

from interviewer.controls.reading import LongPage
from schemas.frame.frame import Frame
from schemas.review.claim_matrix import Matrix
from schemas.review.earlier_phase import EarlierPhase


@dataclass(frozen=True)
class ClaimMatrixView(LongPage):
    """The matrix as it was at `now`."""

    frame: Frame
    earlier: EarlierPhase
    matrix: Matrix
    now: datetime
