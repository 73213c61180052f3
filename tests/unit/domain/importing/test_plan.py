from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.decision.reason import RejectionKind
from radarr.domain.importing.candidate import ImportRequest
from radarr.domain.importing.contents import Contents
from radarr.domain.importing.journal import ImportItem, ImportState
from radarr.domain.importing.places import misplaced
from radarr.domain.importing.plan import ImportPlan, Refusal, plan_import
from radarr.domain.importing.reason import ImportReason, ImportRejection
from tests.unit.domain.importing.downloads import GIB, NOW, PARSED, RULES, TARGET, download, file, present

FILES = (file("Sintel.2010/sintel.MKV"), file("Sintel.2010/sintel.en.forced.srt", 1000))


def planned(request: ImportRequest) -> ImportPlan:
    plan = plan_import(request)
    assert isinstance(plan, ImportPlan), plan
    return plan


def test_a_film_comes_into_the_library_under_its_name_with_its_subtitles() -> None:
    plan = planned(download(*FILES))

    assert plan.film == ImportItem(
        "/downloads/Sintel.2010/sintel.MKV", "Sintel (2010)/.radarr-5-7-0.part", f"{TARGET}.mkv", 4 * GIB
    )
    assert [(e.temporary, e.target) for e in plan.extras] == [
        ("Sintel (2010)/.radarr-5-7-1.part", f"{TARGET}.en.forced.srt")
    ]
    assert plan.names == tuple(entry.name for entry in FILES)
    assert (plan.file.path, plan.file.scene_name, plan.file.group) == (plan.film.target, PARSED.name, "GRP")
    assert (plan.replaces, plan.recycled) == (None, None)


def test_the_journals_entry_names_all_that_will_be_touched() -> None:
    request = download(*FILES, held=present())
    plan = planned(request)
    entry = plan.entry(request)

    assert (entry.state, entry.download_id, entry.movie_id, entry.slot_id, entry.root_id) == (
        ImportState.PLANNED,
        5,
        1,
        7,
        2,
    )
    assert (entry.film, entry.extras, entry.file, entry.started_at) == (plan.film, plan.extras, plan.file, NOW)
    assert entry.recycled == f".radarr-recycle/2026-03-14/5-7/{TARGET}.mkv"
    assert entry.replaces == request.slot.file


def test_the_sources_true_paths_are_taken_in_order() -> None:
    plan = planned(download(*FILES)).located(["/real/a.mkv", "/real/b.srt"])

    assert [plan.film.source, *(extra.source for extra in plan.extras)] == ["/real/a.mkv", "/real/b.srt"]


def test_a_slot_that_has_a_folder_keeps_it() -> None:
    request = download(*FILES)
    kept = replace(request, slot=replace(request.slot, folder="Films/Sintel"))

    assert planned(kept).film.target == "Films/Sintel/Sintel (2010) [Bluray-1080p]-GRP.mkv"


def test_a_folder_that_is_named_after_the_slot_is_this_slots() -> None:
    request = download(*FILES)
    rules = replace(request.rules, folder_format="{Movie Title} {tmdb-{TmdbId}}/{Slot}")
    second = replace(request, rules=rules, slot=replace(request.slot, name="uhd"))

    assert "/uhd/" in planned(second).film.target


def test_without_renaming_a_film_keeps_its_name_made_harmless() -> None:
    request = download("Sintel.2010/..Sintel: x264.mkv", rules=replace(RULES, rename=False))

    assert planned(request).film.target == "Sintel (2010)/Sintel - x264.mkv"


def test_every_reason_is_told_and_one_that_lasts_makes_the_refusal_final() -> None:
    waits = plan_import(
        download(*FILES, held=present(quality="Remux-1080p"), free_space=0, rules=replace(RULES, transfer=("copy",)))
    )
    ends = plan_import(download("Sintel.2010/virus.scr"))

    assert isinstance(waits, Refusal)
    assert {r.reason for r in waits.rejections} == {
        ImportReason.NOT_QUALITY_UPGRADE,
        ImportReason.MINIMUM_FREE_SPACE,
    }
    assert not waits.final
    assert isinstance(ends, Refusal)
    assert ends.final


def test_a_rule_that_crashes_refuses_for_now_and_says_which() -> None:
    def broken(_: ImportRequest, __: Contents) -> ImportRejection | None:
        raise KeyError

    refusal = plan_import(download(*FILES), (broken,))

    assert isinstance(refusal, Refusal)
    assert (refusal.rejections[0].reason, refusal.rejections[0].kind) == (
        ImportReason.DECISION_ERROR,
        RejectionKind.TEMPORARY,
    )
    assert "broken" in refusal.rejections[0].message


extensions = st.sampled_from(["mkv", "srt", "exe", "rar", "mkv.lnk", "nfo", "!qB", "iso", ""])
paths = st.builds(lambda stem, extension: f"{stem}.{extension}", st.text(max_size=30), extensions)


@given(st.lists(st.builds(file, paths, st.integers(0, 9 * GIB)), max_size=6), st.text(max_size=300), st.booleans())
def test_whatever_is_downloaded_is_refused_with_a_reason_or_stays_in_the_root(
    files: list[object], title: str, rename: bool
) -> None:
    plan = plan_import(download(*files, title=title, rules=replace(RULES, rename=rename)))  # type: ignore[arg-type]

    if isinstance(plan, Refusal):
        assert plan.rejections
        return
    items = (plan.film, *plan.extras)
    assert len({item.target for item in items}) == len({item.temporary for item in items}) == len(items)
    for item in items:
        assert not misplaced(item.target, "library")
        assert not misplaced(item.temporary, "temporary")
        assert item.target.count("/") == 1
        assert max(len(part.encode()) for part in item.target.split("/")) <= 255
