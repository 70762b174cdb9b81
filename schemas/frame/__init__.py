"""The units of a survey: what they are called, how they are grouped, how they are found."""
