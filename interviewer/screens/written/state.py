"""What was written: the files, and what is to be told of them."""

from dataclasses import dataclass

from interviewer.controls.reading import LongPage
from interviewer.publish.catalogue import Product
from interviewer.publish.export_request import WrittenFiles


@dataclass(frozen=True)
class Result(LongPage):
    """What was written."""

    product: Product
    written: WrittenFiles
