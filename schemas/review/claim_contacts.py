"""Whom the form of an earlier phase said we may call."""

from schemas.calls.contact_rows import ContactLine, department_called
from schemas.calls.departments import Department
from schemas.review.claim_forms import ClaimForm


def contact_on(form: ClaimForm, departments: type[Department], source: str) -> ContactLine | None:
    """Whom the form named, if it named anybody; `source` is what it is called."""
    department, name = department_called(departments, form.contact_department)
    row = ContactLine(
        unit_id=form.unit_id,
        department=department,
        department_name=name,
        person=form.contact_person,
        role=form.contact_role,
        phone=form.contact_phone,
        email=form.contact_email,
        source=source,
    )
    return None if row.is_empty else row
