"""What is chosen of the guides, and how it is remembered."""

import pytest

from radarr.app.config import profiles
from tests.unit.app.trash.place import SETTINGS, Place


def test_without_a_choice_the_profiles_are_listed_with_how_to_choose(place: Place) -> None:
    assert [each["name"] for each in place.told("plan")["profiles"]] == ["HD", "[German] HD"]
    assert "take one with --profile NAME" in place.run("plan")
    assert "nothing is chosen" in place.run("apply", code=2)


def test_formats_are_taken_without_a_profile_for_profiles_of_ones_own(place: Place) -> None:
    place.run("apply", "--with", "Unwanted", "--with", "Good", "--sizes", "none")
    assert place.formats() == {"Bad", "Streaming", "Good"}
    mine = '[[profile]]\nname = "Mine"\nqualities = ["DVD"]\nscore_set = "german"\n'
    place.config.write_text(SETTINGS + mine)
    (made,) = (each for each in profiles(place.load()) if each.name == "Mine")
    assert made.format_scores == {"Good": 50, "Bad": -10000}
    assert "exclude each other" in place.run("plan", "--with", "Codecs", code=1)


def test_films_are_spoken_of_before_a_profile_goes(applied: Place) -> None:
    assert "films that have the profile 'HD' need another first" in applied.run("plan", "--profile", "[German] HD")


def test_a_choice_is_remembered_and_replaced_part_by_part(applied: Place) -> None:
    applied.run("apply", "--with", "Streaming", "--sizes", "anime", "--without", "bad")
    assert applied.formats() == {"Good", "Streaming"}
    assert set(applied.load().sizes) == {"DVD"}
    applied.run("apply", "--profile", "[German] HD")
    assert applied.formats() == {"Good", "Streaming", "German"}
    applied.run("apply", "--with", "", "--without", "", "--sizes", "none")
    assert applied.formats() == {"Good", "Bad", "German"}
    assert applied.load().sizes == {}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(("--profile", "HDD"), "no quality profile 'HDD'; did you mean 'HD'?", id="a profile"),
        pytest.param(
            ("--profile", "HD", "--with", "Goood"), "no custom format or group 'Goood'; did you", id="a format"
        ),
        pytest.param(("--profile", "HD", "--sizes", "movies"), "the kind 'movies'; did you mean 'movie'?", id="sizes"),
        pytest.param(("--profile", "[German] HD", "--with", "Codecs"), "made for none of the chosen", id="a group"),
    ],
)
def test_a_name_that_the_guides_do_not_have_is_a_wrong_use(place: Place, arguments: tuple[str, ...], said: str) -> None:
    assert said in place.run("plan", *arguments, code=2)
