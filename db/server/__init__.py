"""A server with rights of its own: who may do what there, whatever program they do it with."""
