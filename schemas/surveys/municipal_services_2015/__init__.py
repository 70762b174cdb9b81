"""Learning and mastery services in the municipalities, 2015: telephone interviews, phase two."""
