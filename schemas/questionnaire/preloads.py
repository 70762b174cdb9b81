"""What is known before the first question: it fills in texts and bounds, and routes."""

from pydantic import BaseModel, ConfigDict

from schemas.frame.design import FrameDesign


class Preloads(BaseModel):
    """The facts of one interview, frozen with it.

    `year` is the calendar year of the interview: the questionnaire's "inneværende år".
    """

    model_config = ConfigDict(frozen=True, defer_build=True)

    unit_id: str
    unit_name: str
    year: int
    interviewer: str = ""
    claim: str | None = None

    def fill(self, words: str, design: FrameDesign) -> str:
        """`words` with the name of the unit put in, where the survey's questions want it.

        {intervjuer} is whoever asks; any other braces are left alone.
        """
        unit = f"{{{design.placeholder}}}"
        asker = self.interviewer or "…"
        return words.replace(unit, self.unit_name).replace("{intervjuer}", asker)
