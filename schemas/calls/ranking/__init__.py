"""The call list: whom to call now, and why; where every other case is in the meantime.

`state_of` works out of one case's history what its place depends on; `rank` lays all cases out for
one interviewer at one moment.  Nothing of it is stored, and it looks at no clock.
"""
