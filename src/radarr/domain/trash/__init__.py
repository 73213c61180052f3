"""The TRaSH Guides: what they propose, what of it is taken, and what that changes.

`decode` makes values of the guides' JSON, `want` takes from them what was chosen, `changes` compares it with what is
there. Which files hold all that, and where it is written, is not known here.
"""
