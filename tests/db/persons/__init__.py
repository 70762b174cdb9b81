"""Tests of how one person is found and erased."""
