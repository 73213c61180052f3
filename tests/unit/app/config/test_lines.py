"""On which line a key stands."""

from radarr.app.config.lines import lines

TEXT = '''# films
[a.b]
x = [
  1,  # [c]
]
y.z = """
q = 1
"""
[[s]]
k = 1
[s.sub]
"odd key" = 1
[[s]]

k = { m = 2 }
'''


def test_every_key_has_the_line_on_which_its_statement_starts() -> None:
    found = lines(TEXT)
    assert found["a", "b"] == 2
    assert found["a", "b", "x"] == 3
    assert found["a", "b", "y", "z"] == 6
    assert found["s", 0, "k"] == 10
    assert found["s", 0, "sub", "odd key"] == 12
    assert found["s", 1, "k", "m"] == 15
    assert ("q",) not in found
