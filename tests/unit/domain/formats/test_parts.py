"""Two sets of formats asked in one go say what each would say alone."""

from radarr.domain.formats.conditions import Condition, GroupMatches
from radarr.domain.formats.custom_format import CustomFormat
from radarr.domain.formats.dialect import compile_pattern
from radarr.domain.formats.in_force import NO_FORMATS, Formats, Matched
from radarr.domain.formats.index import compile_index
from radarr.domain.formats.inputs import FormatInputs
from radarr.domain.formats.parts import unchanged, united

GRP = FormatInputs("A.Movie.2010-GRP", group="GRP")


def of_group(name: str, group: str) -> CustomFormat:
    return CustomFormat(name, (Condition(group, GroupMatches(compile_pattern(f"^{group}$"))),))


def stopped() -> float:
    return 0.0


def test_each_side_knows_its_own_formats_alone() -> None:
    same, gone, new = of_group("same", "GRP"), of_group("gone", "GRP"), of_group("new", "GRP")
    both = united([same, gone], [same, new], stopped)
    assert both.now.matched(GRP).formats == ("gone", "same")
    assert both.then.matched(GRP).formats == ("new", "same")
    assert both.now.of(both.whole.matched(GRP)) == both.now.matched(GRP)


def test_a_format_that_is_another_one_under_the_same_name_is_asked_on_its_side() -> None:
    both = united([of_group("mine", "GRP")], [of_group("mine", "OTHER")], stopped)
    assert both.now.matched(GRP).formats == ("mine",)
    assert both.then.matched(GRP).formats == ()
    assert both.then.matched(GRP._replace(group="OTHER")).formats == ("mine",)


def test_without_a_difference_both_sides_are_one() -> None:
    formats = Formats(compile_index([of_group("mine", "GRP")]), stopped)
    both = unchanged(formats)
    assert both.now is both.then
    assert both.now.matched(GRP) == formats.matched(GRP) == Matched(("mine",))
    assert unchanged(NO_FORMATS).now.matched(GRP) == Matched()
