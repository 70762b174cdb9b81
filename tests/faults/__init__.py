"""The campaign: kills, power cuts, full disks and the like, and whether anything was lost."""
