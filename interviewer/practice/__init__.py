"""An invented season of calls, played through the program itself: to practise on, and for tests."""
