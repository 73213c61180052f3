"""What a person may have meant."""

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A question with the nearest known word, "" when none is near."""
    from difflib import get_close_matches

    plain = {name.lower().replace("_", "").replace("-", ""): name for name in known}
    near = get_close_matches(word.lower().replace("_", "").replace("-", ""), plain, n=1, cutoff=0.6)
    return f"did you mean {plain[near[0]]!r}?" if near else ""
