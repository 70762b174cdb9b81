"""Services that several municipalities share: the questions that tell of them."""

from typing import Final

from schemas.review.sharing_parts import SharingParts
from schemas.surveys.municipal_services_2015.code_lists import Cooperation

SHARING: Final = SharingParts(
    cooperation="cooperation",
    is_shared=Cooperation.intermunicipal,
    partners="partner_units",
    host="host_unit",
    covered_by="covered_by",
    name="service_name",
)
