"""One folder a survey; a reader sees there what a survey consists of."""
