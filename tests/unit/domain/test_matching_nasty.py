"""Films that are easily taken for each other, by whole release names."""

from datetime import UTC, datetime
from typing import Any

import pytest

from radarr.domain.decision.reason import Reason
from radarr.domain.matching import Match, match
from radarr.domain.movie_index import Film, FilmNames, MovieIndex
from radarr.domain.parsing import parse
from radarr.domain.release import Release

LONG_AFTER = datetime(2026, 1, 1, tzinfo=UTC)


def film(number: int, title: str, year: int, *titles: str, **changes: Any) -> FilmNames:
    return FilmNames(number, 1000 + number, None, title, titles=titles, year=year)._replace(**changes)


def of(name: str, *films: FilmNames, outside: tuple[FilmNames, ...] = (), **stated: Any) -> Match[FilmNames]:
    """What a release of this name is, in a library of these films."""
    release = Release(guid="g", indexer_id=1, indexer="Alpha", title=name)._replace(**stated)
    strangers: MovieIndex[Film] = MovieIndex(outside)
    return match(release, parse(name), MovieIndex(films), None, strangers)


def reason(found: Match[FilmNames]) -> Reason:
    assert found.movie is None
    return found.rejections[0].reason


NINE = film(1, "9", 2009)
NINE_SPELT = film(2, "Nine", 2009)
KETTLE = film(3, "Kettle", 2008)
KETTLE_2 = film(4, "Kettle 2", 2012)
KETTLE_II = film(5, "Kettle II", 2013)
YEAR_2 = film(6, "Kettle", 2)
KETTLE_1984 = film(7, "Kettle 1984", 2020)
OF_1984 = film(8, "Kettle", 1984)
REMADE = film(9, "The Salt Road", 2010)
REMAKE = film(10, "The Salt Road", 2011)
BOILING = film(11, "Kettle: The Boiling", 2014)
SHORT = film(12, "Salt", 2016)
LONG = film(13, "Salt Marsh", 2016)
RUSSIAN = film(14, "Red Teapot", 2003, "Красный чайник", original_title="Красный чайник")
GREEK = film(15, "Teapot", 2004, "Δύο βραστήρες")
JAPANESE = film(16, "Glass Kettle", 2005, "ガラスのやかん", "Garasu no Yakan")
TOPF = film(17, "Topf", 2010)
POT = film(18, "Pot", 2010, "Topf")
OCEAN = film(19, "Ocean's Teapot", 2007)
TWO_PARTS = film(20, "Kettle & Pot", 2015, "Kessel & Topf", "Bouilloire et casserole")
GOOSE = film(21, "Die Gänse von Öland", 2001)
KETTLE_2049 = film(22, "Kettle Runner 2049", 2017)
PREMIERED = film(23, "Quiet Weir", 2018, secondary_year=2017)


@pytest.mark.parametrize(
    ("name", "films", "expected"),
    [
        pytest.param("9.2009.1080p.BluRay.x264-A", (NINE_SPELT, NINE), NINE, id="a digit"),
        pytest.param("Nine.2009.1080p.BluRay.x264-A", (NINE, NINE_SPELT), NINE_SPELT, id="a digit spelt out"),
        pytest.param("Kettle.2.2012.720p.WEB-DL-A", (KETTLE_II, KETTLE_2), KETTLE_2, id="an arabic numeral"),
        pytest.param("Kettle.II.2013.720p.WEB-DL-A", (KETTLE_2, KETTLE_II), KETTLE_II, id="a roman numeral"),
        pytest.param("Kettle.II.2012.720p.WEB-DL-A", (KETTLE_2, KETTLE_II), KETTLE_2, id="the year tells numerals"),
        pytest.param("Kettle.2.2012.720p.WEB-DL-A", (YEAR_2, KETTLE_2), KETTLE_2, id="2 is no year"),
        pytest.param("Kettle.1984.2020.1080p.WEB-DL-A", (OF_1984, KETTLE_1984), KETTLE_1984, id="a year in the title"),
        pytest.param("Kettle.1984.1080p.WEB-DL-A", (KETTLE_1984, OF_1984), OF_1984, id="a year behind the title"),
        pytest.param("The.Salt.Road.2010.1080p.WEB-DL-A", (REMAKE, REMADE), REMADE, id="the original"),
        pytest.param("The.Salt.Road.2011.1080p.WEB-DL-A", (REMADE, REMAKE), REMAKE, id="the remake a year later"),
        pytest.param("Kettle - The Boiling (2014) [1080p]", (BOILING,), BOILING, id="a dash for a colon"),
        pytest.param("Kettle.The.Boiling.2014.1080p.WEB-DL-A", (BOILING,), BOILING, id="nothing for a colon"),
        pytest.param("Salt.2016.1080p.WEB-DL-A", (LONG, SHORT), SHORT, id="a title that begins another"),
        pytest.param("Salt.Marsh.2016.1080p.WEB-DL-A", (SHORT, LONG), LONG, id="a title that begins with another"),
        pytest.param("Красный чайник (2003) BDRip 1080p", (RUSSIAN,), RUSSIAN, id="Cyrillic letters"),
        pytest.param("Krasnyy.Chaynik.2003.BDRip.1080p", (RUSSIAN,), RUSSIAN, id="Cyrillic in Latin letters"),
        pytest.param("Krasnyj.Chajnik.2003.BDRip.1080p", (RUSSIAN,), RUSSIAN, id="in those of another country"),
        pytest.param("Красный чайник / Red Teapot (2003) BDRip", (RUSSIAN, SHORT), RUSSIAN, id="two alphabets"),
        pytest.param("Δυο.βραστηρες.2004.1080p.WEB-DL-A", (GREEK,), GREEK, id="Greek without accents"),
        pytest.param("Dyo.Vrastires.2004.1080p.WEB-DL-A", (GREEK,), GREEK, id="Greek in Latin letters"),
        pytest.param("ガラスのやかん.2005.1080p.WEB-DL-A", (JAPANESE,), JAPANESE, id="Japanese"),
        pytest.param("Garasu.no.Yakan.2005.1080p.WEB-DL-A", (JAPANESE,), JAPANESE, id="Japanese in Latin letters"),
        pytest.param("Oceans.Teapot.2007.1080p.WEB-DL-A", (OCEAN,), OCEAN, id="no apostrophe"),
        pytest.param("Ocean\u2019s.Teapot.2007.1080p.WEB-DL-A", (OCEAN,), OCEAN, id="another apostrophe"),
        pytest.param("Salt.Road.2010.1080p.WEB-DL-A", (REMADE, REMAKE), REMADE, id="without its article"),
        pytest.param("Salt Road, The (2011) 1080p", (REMADE, REMAKE), REMAKE, id="its article behind it"),
        pytest.param("Kettle.and.Pot.2015.1080p.WEB-DL-A", (TWO_PARTS,), TWO_PARTS, id="and"),
        pytest.param("Kessel.und.Topf.2015.German.1080p-A", (TWO_PARTS,), TWO_PARTS, id="und"),
        pytest.param("Bouilloire & Casserole (2015) FRENCH 1080p", (TWO_PARTS,), TWO_PARTS, id="a sign for et"),
        pytest.param("Die.Gaense.von.Oeland.2001.1080p.WEB-A", (GOOSE,), GOOSE, id="umlauts in two letters"),
        pytest.param("Die.Ganse.von.Oland.2001.1080p.WEB-A", (GOOSE,), GOOSE, id="umlauts without their dots"),
        pytest.param("Pot.AKA.Topf.2010.1080p.WEB-DL-A", (TOPF, POT), POT, id="two names, one of them another film's"),
        pytest.param("Topf.2010.1080p.WEB-DL-A", (POT, TOPF), TOPF, id="a translation that is another film's title"),
        pytest.param("Quiet.Weir.2017.1080p.WEB-DL-A", (PREMIERED,), PREMIERED, id="the year of its premiere"),
    ],
)
def test_a_release_is_that_film(name: str, films: tuple[FilmNames, ...], expected: FilmNames) -> None:
    assert of(name, *films) == Match(expected)
    assert of(name, *reversed(films)) == Match(expected)


@pytest.mark.parametrize(
    ("name", "films"),
    [
        pytest.param("Nine.2009.1080p.BluRay.x264-A", (NINE,), id="a digit spelt out"),
        pytest.param("Kettle.2012.720p.WEB-DL-A", (KETTLE, KETTLE_2), id="a sequel without its number"),
        pytest.param("Kettle.2.2008.720p.WEB-DL-A", (KETTLE,), id="a number that the film has not"),
        pytest.param("Kettle.1984.1080p.WEB-DL-A", (KETTLE_1984,), id="perhaps the film of 1984"),
        pytest.param("The.Salt.Road.2011.1080p.WEB-DL-A", (REMADE,), id="the remake a year later"),
        pytest.param("Salt.Marsh.Birds.2016.1080p.WEB-DL-A", (SHORT, LONG), id="a title that begins with ours"),
        pytest.param("Kettle.2014.1080p.WEB-DL-A", (BOILING,), id="without what stands behind the colon"),
        pytest.param("The.Boiling.2014.1080p.WEB-DL-A", (BOILING,), id="only what stands behind the colon"),
        pytest.param("Road.Salt.2010.1080p.WEB-DL-A", (REMADE,), id="other order"),
        pytest.param("Krasnyy.Chaynik.2004.BDRip.1080p", (RUSSIAN,), id="a transliteration of another year"),
        pytest.param("Quiet.Weir.2019.1080p.WEB-DL-A", (PREMIERED,), id="a year later"),
    ],
)
def test_a_release_is_none_of_these_films(name: str, films: tuple[FilmNames, ...]) -> None:
    assert reason(of(name, *films)) is Reason.UNKNOWN_MOVIE


def test_two_names_of_two_films_may_be_either() -> None:
    found = of("Topf.AKA.Salt.2010.1080p.WEB-DL-A", TOPF, SHORT._replace(year=2010))
    assert reason(found) is Reason.AMBIGUOUS_MOVIE
    assert "Topf (2010) or Salt (2010)" in found.rejections[0].message


def test_two_films_of_one_name_and_year_may_be_either() -> None:
    twin = REMADE._replace(id=99, tmdb_id=99)
    found = of("The.Salt.Road.2010.1080p.WEB-DL-A", REMADE, twin)
    assert found.among == (REMADE, twin)
    assert of("The.Salt.Road.2010.1080p.WEB-DL-A", REMADE, twin, tmdb_id=99) == Match(twin)


def test_a_year_to_come_is_a_part_of_the_title() -> None:
    assert of("Kettle.Runner.2049.1080p.WEB-DL-A", KETTLE_2049, published_at=LONG_AFTER) == Match(KETTLE_2049)
    assert reason(of("Kettle.Runner.2049.1080p.WEB-DL-A", KETTLE_2049)) is Reason.UNKNOWN_MOVIE


def test_an_id_beside_the_remake_of_its_film_is_not_believed() -> None:
    name = "The.Salt.Road.2011.1080p.WEB-DL-A"
    assert reason(of(name, REMADE, REMAKE, tmdb_id=REMADE.tmdb_id)) is Reason.ID_MISMATCH
    assert of(name, REMADE, tmdb_id=REMADE.tmdb_id) == Match(REMADE), "a year off is the festivals' doing"
    assert reason(of(name, REMADE, outside=(REMAKE,), tmdb_id=REMADE.tmdb_id)) is Reason.ID_MISMATCH


def test_an_id_of_one_of_several_indexers_counts() -> None:
    unstated = Release(guid="h", indexer_id=2, indexer="Beta", title="x", tmdb_id=POT.tmdb_id)
    assert of("Garnek.2010.1080p.WEB-DL-A", POT, alternates=(unstated,)) == Match(POT)


def test_a_further_title_does_not_outweigh_the_id_of_another_film() -> None:
    name = "Topf.2010.1080p.WEB-DL-A"
    assert of(name, POT) == Match(POT)
    assert reason(of(name, POT, tmdb_id=TOPF.tmdb_id)) is Reason.ID_MISMATCH


def test_the_title_of_a_film_outside_the_library_outweighs_a_further_title() -> None:
    found = of("Topf.2010.1080p.WEB-DL-A", POT, outside=(TOPF,))
    assert reason(found) is Reason.AMBIGUOUS_MOVIE
    assert found.rejections[0].message == "Topf (2010) may be Pot (2010) or Topf (2010)"


def test_the_id_of_a_film_that_is_known_not_to_be_ours_outweighs_title_and_year() -> None:
    twin = POT._replace(id=0, tmdb_id=77)
    assert reason(of("Pot.2010.1080p.WEB-DL-A", POT, outside=(twin,), tmdb_id=77)) is Reason.ID_MISMATCH
    assert of("Pot.2010.1080p.WEB-DL-A", POT, tmdb_id=77) == Match(POT), "an indexer's mistake, for all we know"


def test_a_film_added_by_hand_has_no_id_that_could_differ() -> None:
    by_hand = KETTLE._replace(tmdb_id=-3)
    assert of("Kettle.2008.1080p.WEB-DL-A", by_hand, tmdb_id=5) == Match(by_hand)


def test_of_two_films_that_share_an_imdb_id_the_one_is_meant_that_is_named() -> None:
    cut, film_itself = REMADE._replace(imdb_id="tt7654321"), BOILING._replace(imdb_id="tt7654321")
    for named, name in ((cut, "The.Salt.Road.2010.1080p-ONE"), (film_itself, "Kettle.The.Boiling.2014.1080p-ONE")):
        for tmdb_id in (None, named.tmdb_id):
            found = of(name, cut, film_itself, imdb_id="tt7654321", tmdb_id=tmdb_id)
            assert found.movie == named
    elsewhere = of("The.Salt.Road.2010.1080p-ONE", cut, film_itself, imdb_id="tt7654321", tmdb_id=film_itself.tmdb_id)
    assert reason(elsewhere) is Reason.ID_MISMATCH


def test_two_films_of_one_name_are_told_apart_in_words() -> None:
    twin = REMADE._replace(id=99, tmdb_id=1099)
    release = Release("g", 1, "Alpha", "The.Salt.Road.2010.1080p-ONE", tmdb_id=REMADE.tmdb_id)
    found = match(release, parse(release.title), MovieIndex((REMADE, twin)), twin)
    assert reason(found) is Reason.WRONG_MOVIE
    assert found.rejections[0].message == "this is The Salt Road (2010), TMDB 1009, not TMDB 1099"
