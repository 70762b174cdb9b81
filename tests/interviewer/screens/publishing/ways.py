"""What Berit does at the list of figures and files."""

from pathlib import Path

import pytest

from interviewer.controls.keys import OPTION_KEYS
from interviewer.publish.catalogue import CODEBOOKS, EXPORTS, READ_OR_PUBLISH, Product
from interviewer.screens.export_order.state import Ordering
from interviewer.screens.publishing.state import all_products
from interviewer.screens.written.state import Result
from schemas.surveys.municipal_services_2015.survey import SURVEY
from tests.db.rounds import SERVICE
from tests.support.keyboard import Keyboard

NAMED = SERVICE | {"challenges_text": "Spør Kari, 69 17 45 00", "publish": "yes"}
TITLE = "Telefonintervju om"
PRODUCTS = (*READ_OR_PUBLISH, *EXPORTS, *CODEBOOKS)
BY_NAME = {product.name: product for product in PRODUCTS}


def orders(berit: Keyboard, name: str, out: Path | str | None = None) -> Ordering:
    """Berit chooses a product and, if it is to be elsewhere, types where."""
    berit.keys(OPTION_KEYS[all_products(SURVEY).index(BY_NAME[name])])
    if out is not None:
        berit.type(str(out))
    assert isinstance(berit.screen, Ordering)
    return berit.screen


def writes(berit: Keyboard, name: str, out: Path | str) -> Result:
    """She has it written, whatever is found in free text."""
    orders(berit, name, out)
    berit.keys("enter")
    if isinstance(berit.screen, Ordering):
        berit.keys("enter")
    assert isinstance(berit.screen, Result), berit.picture()
    return berit.screen


def turns(berit: Keyboard, choice: str) -> None:
    """She gives one of the choices its next value."""
    mode = berit.screen
    assert isinstance(mode, Ordering)
    fields = [one.field for one in mode.product.choices_in(SURVEY)]
    berit.keys(*["tab"] * (fields.index(choice) + 1), " ", *["shift+tab"] * len(fields))


def importable(product: Product) -> None:
    """Skip what cannot be written here."""
    for module in {"spss": ["pyreadstat", "pandas"], "parquet": ["pyarrow"]}.get(product.extra, []):
        pytest.importorskip(module, reason=f"{module} is not installed")
