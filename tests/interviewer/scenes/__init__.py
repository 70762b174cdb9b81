"""The main screens, each reached by the keys that a person would press.

The pictures of them are in `../pictures`; `python -m tests.interviewer.scenes` draws them anew.
"""
