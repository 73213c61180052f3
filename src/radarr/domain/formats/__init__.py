"""Custom formats: what a user likes or dislikes of a release, as conditions with a name and, in a profile, a score.

`matches` and `score` say what a format is, one condition after another; `index.compile_index` does the same for a set
of formats by asking only the conditions that can hold.
"""
