"""From a state to lines on the screen: pure, and the only place that knows how things look."""
