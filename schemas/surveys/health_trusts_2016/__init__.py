"""Learning and mastery in the health trusts and private hospitals, 2016: telephone interviews."""
