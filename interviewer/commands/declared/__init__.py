"""What can be typed: a module a group of commands, and `options.py` for what several of them take.

A module here declares names, options and help, and hands on; what a command does is imported when
it runs, so that help comes at once, and stands in the modules beside this folder, in `decide` for
the coordinator's, or in `interviewer.publish` for what is written.
"""
