from radarr.domain.naming import preview


def test_formats_are_shown_by_a_film() -> None:
    made = preview("{Movie TitleFirstCharacter}/{Movie Title} ({Release Year})", "{Movie CleanTitle} {Quality Full}")

    assert made == "L/Léon - The Professional (1994)/Leon The Professional Bluray-1080p Proper.mkv"


def test_a_file_that_keeps_its_name_is_shown_with_its_release_s() -> None:
    shown = preview("{TmdbId}", None)

    assert shown == "101/Leon.The.Professional.1994.EXTENDED.PROPER.1080p.BluRay.DTS-HD.MA.5.1.x264-GROUP.mkv"
