"""What holds of every name, whatever the format and whatever strangers wrote."""

import unicodedata
from dataclasses import replace
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.app.config.library import Library
from radarr.domain.naming import COLON_MODES, DROP, FileFacts, FilmFacts, MediaFacts, file_name, folder_name
from radarr.domain.naming.names import RESERVE
from radarr.domain.naming.tokens import TOKENS
from radarr.domain.parsing import parse
from radarr.domain.quality import QUALITIES, UNKNOWN, Quality, Revision
from radarr.domain.titles import clean_title
from tests.unit.domain.naming.films import film

texts = st.text(st.characters(exclude_categories=[]), max_size=300)
filters = st.sampled_from(["", ":40", ":-40", ":4", ":0", ":DE|FR", ":EN+DE+", ":-EN", ":A,B", ":-", ":"])
names = st.sampled_from([token.name for token in TOKENS])
tokens = st.builds(
    "{{{}{}{}{}}}".format, st.sampled_from(["", "[", "-", "edition-"]), names, filters, st.sampled_from(["", "]", "."])
)
literals = st.one_of(st.sampled_from(["/", "\\", "..", " - ", "{", "}", "{edition-", "nul.", "\x01\x00\x02"]), texts)
templates = st.lists(st.one_of(tokens, literals), max_size=6).map("".join)
modes = st.sampled_from([*COLON_MODES, DROP])


def harmless(name: str) -> None:
    assert name
    assert not name.startswith((".", " "))
    assert not name.endswith(" ")
    assert not name.endswith(".") or (name.endswith("...") and name.strip("."))
    assert not set(name) & set('/\\:*?"<>|')
    assert not {unicodedata.category(char) for char in name} & {"Cc", "Cs", "Zl", "Zp"}
    assert not set(name) & set("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
    assert unicodedata.is_normalized("NFC", name)


@given(templates, texts, texts, modes)
def test_a_name_never_leaves_its_folder_nor_grows_too_long(template: str, title: str, other: str, colon: str) -> None:
    movie = film(title, original_title=other)
    known = FilmFacts(other, other, (("German", other), ("French", title)))
    media = MediaFacts(other, title, audio_languages=(other, "eng"), subtitle_languages=(title,))
    facts = FileFacts(edition=other, group=title, scene_name=other, formats=(title, "A", "B"), stem=other, media=media)

    file = file_name(movie, facts, template, colon=colon, film=known)
    folder = folder_name(movie, template, colon=colon, film=known)

    harmless(file)
    assert len(file.encode()) <= 255 - RESERVE
    for part in folder.split("/"):
        harmless(part)
        assert len(part.encode()) <= 255
    assert file == file_name(movie, facts, template, colon=colon, film=known)
    assert folder == folder_name(movie, template, colon=colon, film=known)


@given(texts, texts, modes)
def test_two_films_never_share_a_folder_that_has_their_ids(one: str, other: str, colon: str) -> None:
    template = "{Movie CleanTitle} {tmdb-{TmdbId}}"

    first = folder_name(film(one), template, colon=colon)
    second = folder_name(replace(film(other), tmdb_id=45746), template, colon=colon)

    assert first.casefold() != second.casefold()


words = st.sampled_from(
    [
        "Ash",
        "Copper",
        "Fen",
        "Kettle",
        "Ørn",
        "Ünruh",
        "Wolf",
        "II",
        "7",
        "1918",
        "2049",
        "Re",
        "ガメラ",
        "Игла",
        "X-Ray",
    ]
)
titles = st.lists(words, min_size=1, max_size=5).map(" ".join).filter(str.isprintable)
groups = st.sampled_from(["GRP", "OSTLER", "MoSS", "n0ne1", "TeaM42"])
editions = st.sampled_from(["", "extended", "director's cut", "IMAX", "25th anniversary"])
revisions = st.sampled_from([Revision(), Revision(2), Revision(2, repack=True)])


@given(titles, st.integers(1900, 2035), st.sampled_from(QUALITIES), revisions, editions, groups)
def test_a_name_by_the_default_format_is_read_as_what_was_written(
    title: str, year: int, quality: Quality, revision: Revision, edition: str, group: str
) -> None:
    facts = FileFacts(quality=quality, revision=revision, edition=edition, group=group)
    defaults = Library()

    name = file_name(film(title, year), facts, defaults.file_format)

    read = parse(f"{name}.{'iso' if quality.name == 'BR-DISK' else 'mkv'}")  # no whole disc is a single MKV
    assert read
    assert clean_title(read.title) == clean_title(file_name(film(title), facts, "{Movie CleanTitle}"))
    assert (read.year, read.group) == (year, group)
    assert read.revision.rank == revision.rank
    assert read.edition.casefold().replace("'", "") == edition.casefold().replace("'", "")
    if quality != UNKNOWN:  # the extension stands in
        assert read.quality.id == quality.id


@pytest.mark.parametrize(
    "quality",
    [quality for quality in QUALITIES if quality.name not in {"BR-DISK", "Raw-HD"}],  # half a word, as to Radarr
    ids=lambda quality: quality.name,
)
def test_a_quality_in_a_name_is_no_group(quality: Quality) -> None:
    name = file_name(film(), FileFacts(quality=quality), Library().file_format)

    read = parse(name)

    assert read
    assert (read.group, read.quality.id) == (None, quality.id)


def hostile() -> list[str]:
    return [
        ".",
        "..",
        "...",
        " ",
        "\u3000",
        "\u202e\u202d",
        "感" * 170,
        "CON",
        "con.txt",
        "../",
        "..\\..",
        "\x00",
        "a\x00",
    ]


@pytest.mark.parametrize("title", hostile(), ids=ascii)
def test_a_hostile_title_has_a_name_in_its_folder(title: str) -> None:
    defaults = Library()
    for template in (defaults.file_format, "{Movie Title}", "{Movie.Title}", "{Original Title}", "{Movie TitleThe:-9}"):
        name = file_name(film(title), FileFacts(group=title, edition=title, scene_name=title), template)
        harmless(name)
        assert len(name.encode()) <= 255 - RESERVE
        assert PureWindowsPath(name).is_reserved() is False
        assert str(PurePosixPath("/root", name).parent) == "/root"
