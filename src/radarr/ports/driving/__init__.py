"""What may be asked of us: a noun a file, with the commands, the answers, and a Protocol per use-case.

`Driving` is all of them together, as the HTTP adapter receives it.
"""

from dataclasses import dataclass

from radarr.ports.driving.commands import Commands
from radarr.ports.driving.health import ShowHealth
from radarr.ports.driving.indexers import ShowIndexers, TestIndexer
from radarr.ports.driving.movies import AddMovie, AddRoot, ChangeMovie, LookUpMovie, RemoveMovie, RemoveSlot
from radarr.ports.driving.pause import PauseWork
from radarr.ports.driving.queue import ManageDownload, ManageWaiting, ShowQueue
from radarr.ports.driving.replay import Replay
from radarr.ports.driving.searches import GrabOwn, GrabRelease, PlanSearches, SearchMovie
from radarr.ports.driving.status import ShowStatus
from radarr.ports.driving.why import ShowWhy


@dataclass(frozen=True, slots=True, kw_only=True)
class Driving:
    """Every use-case that a person or program can start."""

    add_movie: AddMovie
    look_up_movie: LookUpMovie
    change_movie: ChangeMovie
    remove_movie: RemoveMovie
    remove_slot: RemoveSlot
    add_root: AddRoot
    search_movie: SearchMovie
    plan_searches: PlanSearches
    grab_release: GrabRelease
    grab_own: GrabOwn
    show_queue: ShowQueue
    manage_download: ManageDownload
    manage_waiting: ManageWaiting
    commands: Commands
    show_status: ShowStatus
    show_health: ShowHealth
    show_indexers: ShowIndexers
    test_indexer: TestIndexer
    pause_work: PauseWork
    show_why: ShowWhy
    replay: Replay
