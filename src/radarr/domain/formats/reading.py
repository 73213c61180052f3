"""One text of one release, as the formats' patterns are asked about it."""

from collections.abc import Callable

from radarr.domain.formats.dialect import SECONDS, fold
from radarr.domain.formats.plan import Field, Texts

SecondsLeft = Callable[[], float]
"""How long all that is still to be asked of a release may take."""

_UNWATCHED = 8  # quick searches between two looks at the clock


def plenty() -> float:
    """As long as each pattern may take by itself."""
    return float("inf")


class Reading:
    """What the patterns of a field answer; each is asked once at most. `awake`: formats (bits) that may match."""

    __slots__ = ("_answers", "_left", "_possible", "_texts", "awake", "field")

    def __init__(self, field: Field, texts: tuple[str, ...], left: SecondsLeft = plenty) -> None:
        self.field = field
        self._left = left
        self.awake = field.strings.awake
        self._texts = [(text, fold(text)) for text in texts]
        self._possible: set[int] = set()
        self._answers: dict[int, bool] = {}
        for _, folded in self._texts:
            possible, matched, awake = field.strings.look(folded)
            self._possible = self._possible | possible if self._possible else possible
            for place in matched:
                self._answers[place] = True
            self.awake |= awake

    def satisfies(self, texts: Texts) -> bool:
        """Whether one kind of a format's conditions is satisfied. `OutOfTime` when a pattern cannot tell in time."""
        possible, matches = self._possible, self._matches
        if texts.one_of or texts.or_not:
            return any(map(matches, texts.one_of & possible)) or not all(
                place in possible and matches(place) for place in texts.or_not
            )
        return (
            texts.all_of <= possible
            and all(map(matches, texts.all_of))
            and not any(map(matches, texts.none_of & possible))
        )

    def _matches(self, place: int) -> bool:
        answer = self._answers.get(place)
        if answer is None:
            pattern, answer = self.field.patterns[place], False
            # to look at the clock takes longer than most searches, which cannot take long
            is_due = pattern.quick is None or len(self._answers) % _UNWATCHED == 0
            for text, folded in self._texts:
                answer = answer or pattern.search(text, folded, self._left() if is_due else SECONDS)
            self._answers[place] = answer
        return answer
