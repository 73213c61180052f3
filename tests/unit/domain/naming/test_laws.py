"""What holds of every name, whatever the format and whatever strangers wrote."""

import unicodedata
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.naming import COLON_MODES, DROP, FileFacts, FilmFacts, MediaFacts, file_name, folder_name
from radarr.domain.naming.names import RESERVE
from radarr.domain.naming.tokens import TOKENS
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
