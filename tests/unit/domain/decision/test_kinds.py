from radarr.domain.decision.kinds import BYPASSES, SearchKind


def test_every_kind_of_search_says_what_it_bypasses() -> None:
    assert set(BYPASSES) == set(SearchKind)


def test_only_a_person_bypasses_what_the_settings_say() -> None:
    bypassing = {kind for kind, bypass in BYPASSES.items() if any(bypass._replace(proper_age=False))}
    assert bypassing == {SearchKind.USER_AUTOMATIC, SearchKind.USER_INTERACTIVE}


def test_only_what_comes_by_itself_may_be_too_late_to_mend_a_file() -> None:
    assert {kind for kind, bypass in BYPASSES.items() if not bypass.proper_age} == {SearchKind.FEED, SearchKind.PUSH}
