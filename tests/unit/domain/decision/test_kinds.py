from radarr.domain.decision.kinds import BYPASSES, SearchKind


def test_every_kind_of_search_says_what_it_bypasses() -> None:
    assert set(BYPASSES) == set(SearchKind)


def test_only_a_person_bypasses_anything() -> None:
    bypassing = {kind for kind, bypass in BYPASSES.items() if any(bypass)}
    assert bypassing == {SearchKind.USER_AUTOMATIC, SearchKind.USER_INTERACTIVE}
