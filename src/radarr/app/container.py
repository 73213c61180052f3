# mypy: disable-error-code="type-abstract"
"""The one place where everything is put together.

Opened clients and the configuration come in as dependencies, checked by type; everything else follows from them.
mypy thinks `instance_of` makes instances; it only compares, so that a Protocol is fine there.
"""

from anyio.abc import TaskGroup
from dependency_injector import containers, providers

from radarr import __version__
from radarr.app import derived
from radarr.app.config import Config
from radarr.app.config.profiles import release_profiles
from radarr.app.loops import loops
from radarr.app.slots import slot_rules
from radarr.app.trial import TrialReader
from radarr.app.usecases.add_movie import AddMovie
from radarr.app.usecases.add_root import AddRoot
from radarr.app.usecases.ask_indexers import AskIndexers
from radarr.app.usecases.bells import Bells
from radarr.app.usecases.change_movie import ChangeMovie
from radarr.app.usecases.check_health import CheckHealth
from radarr.app.usecases.decide_pending import DecidePending
from radarr.app.usecases.decide_releases import DecideReleases
from radarr.app.usecases.deliver_outbox import DeliverOutbox
from radarr.app.usecases.fail_download import FailDownload
from radarr.app.usecases.gather_facts import GatherFacts
from radarr.app.usecases.grab_best import GrabBest
from radarr.app.usecases.grab_own import GrabOwn
from radarr.app.usecases.grab_release import GrabRelease
from radarr.app.usecases.grab_shown import GrabShown
from radarr.app.usecases.import_download import ImportDownload
from radarr.app.usecases.indexer_feeds import IndexerFeeds
from radarr.app.usecases.indexer_gate import IndexerGate
from radarr.app.usecases.indexer_memory import IndexerMemory
from radarr.app.usecases.keep_house import KeepHouse
from radarr.app.usecases.library_index import LibraryIndex
from radarr.app.usecases.look_up_movie import LookUpMovie
from radarr.app.usecases.manage_download import ManageDownload
from radarr.app.usecases.manage_waiting import ManageWaiting
from radarr.app.usecases.measure_film import MeasureFilm
from radarr.app.usecases.pause_work import PauseWork
from radarr.app.usecases.pending_alarm import PendingAlarm
from radarr.app.usecases.plan_import import PlanImport
from radarr.app.usecases.plan_searches import PlanSearches
from radarr.app.usecases.refresh_metadata import RefreshMetadata
from radarr.app.usecases.remove_movie import RemoveMovie
from radarr.app.usecases.remove_slot import RemoveSlot
from radarr.app.usecases.replay import Replay
from radarr.app.usecases.run_commands import RunCommands
from radarr.app.usecases.run_import import RunImport
from radarr.app.usecases.score_releases import ScoreReleases
from radarr.app.usecases.search_library import SearchLibrary
from radarr.app.usecases.search_missing import SearchMissing
from radarr.app.usecases.search_movie import SearchMovie
from radarr.app.usecases.send_download import SendDownload
from radarr.app.usecases.show_health import ShowHealth
from radarr.app.usecases.show_indexers import ShowIndexers
from radarr.app.usecases.show_queue import ShowQueue
from radarr.app.usecases.show_status import ShowStatus
from radarr.app.usecases.show_why import ShowWhy
from radarr.app.usecases.sync_feed import SyncFeed
from radarr.app.usecases.test_indexer import TestIndexer
from radarr.app.usecases.track_downloads import SETTLE, TrackDownloads
from radarr.app.usecases.under_way import UnderWay
from radarr.domain.formats.in_force import NO_FORMATS
from radarr.domain.searching.policy import terms_of
from radarr.domain.tracking import Patience
from radarr.ports.checkpoint import no_checkpoint
from radarr.ports.clock import Clock
from radarr.ports.download_client import DownloadClient
from radarr.ports.driving import Driving
from radarr.ports.files import Files
from radarr.ports.indexer import Indexer
from radarr.ports.metadata import Metadata
from radarr.ports.meter import NoMeter
from radarr.ports.probe import Probe
from radarr.ports.store import Store


class Container(containers.DeclarativeContainer):
    """Every use-case, once."""

    config = providers.Dependency(instance_of=Config)
    profiles = providers.Dependency(instance_of=dict)
    """Quality profiles by name, with ids."""
    clock = providers.Dependency(instance_of=Clock)
    store = providers.Dependency(instance_of=Store)
    indexer = providers.Dependency(instance_of=Indexer)
    client = providers.Dependency(instance_of=DownloadClient)
    metadata = providers.Dependency(instance_of=Metadata)
    files = providers.Dependency(instance_of=Files)
    probe = providers.Dependency(instance_of=Probe)
    background = providers.Dependency(instance_of=TaskGroup)
    formats = providers.Object(NO_FORMATS)
    checkpoint = providers.Object(no_checkpoint)
    settle = providers.Object(SETTLE)
    meter = providers.Object(NoMeter())
    state = providers.Object("")
    """The state folder, as text."""
    reports = providers.Object(derived.no_reports)
    """Called for what our side of the line knows of the services."""
    reserve = providers.Object(derived.no_lane)
    """Called with the number of requests that a person's search sends at once."""
    started_at = providers.Singleton(derived.now, clock)

    bells = providers.Singleton(Bells)
    under_way = providers.Singleton(UnderWay)
    pause = providers.Singleton(PauseWork, store, clock, bells, under_way, providers.Callable(derived.wakes, config))
    library = providers.Singleton(derived.library, config)
    slots = providers.Singleton(slot_rules, config)
    names = providers.Callable(derived.names, profiles)
    observe = providers.Callable(derived.observes, config)

    indexer_memory = providers.Singleton(IndexerMemory, store, clock)
    gate = providers.Singleton(
        IndexerGate,
        indexer,
        indexer_memory,
        clock,
        daily_budget=config.provided.prowlarr.daily_budget,
        feed_every=config.provided.schedule.feed,
        window=config.provided.health.window,
        minimum=config.provided.health.minimum_requests,
    )
    ask = providers.Singleton(
        AskIndexers,
        indexer,
        gate,
        background,
        clock,
        reserve=reserve,
        deadline=config.provided.prowlarr.search_deadline,
        cache_ttl=config.provided.prowlarr.cache_ttl,
    )
    scores = providers.Singleton(ScoreReleases, profiles, formats)
    facts = providers.Singleton(
        GatherFacts,
        profiles,
        files,
        clock,
        scores,
        minimum_free=config.provided.library.minimum_free,
        release_profiles=providers.Callable(release_profiles, config),
        resting=gate.provided.resting,
    )
    pending_alarm = providers.Singleton(PendingAlarm, clock, bells)
    decide = providers.Singleton(DecideReleases, facts, scores, meter, pending_alarm)
    fail = providers.Singleton(FailDownload, store, clock, bells, meter)
    send = providers.Singleton(SendDownload, client, store, clock, checkpoint, meter, under_way)
    grab = providers.Singleton(
        GrabRelease,
        gate,
        facts,
        scores,
        store,
        send,
        fail,
        clock,
        checkpoint,
        pause,
        category=config.provided.qbittorrent.category,
        observe=observe,
    )
    grab_best = providers.Singleton(GrabBest, grab, store, observe=observe)
    pending = providers.Singleton(DecidePending, decide, grab_best, store, clock, pending_alarm, observe=observe)
    library_index = providers.Singleton(LibraryIndex, store)
    search_terms = providers.Singleton(terms_of, profiles)
    indexer_feeds = providers.Singleton(
        IndexerFeeds, indexer_memory, clock, films=config.provided.prowlarr.gap_searches
    )
    search = providers.Singleton(
        SearchMovie, ask, decide, grab_best, store, clock, pause, library_index, terms=search_terms
    )
    missing = providers.Singleton(
        SearchMissing,
        search,
        ask,
        gate,
        indexer_feeds,
        store,
        clock,
        terms=search_terms,
        upgrades=config.provided.prowlarr.search_upgrades,
    )
    plan_searches = providers.Singleton(
        PlanSearches,
        store,
        clock,
        terms=search_terms,
        upgrades=config.provided.prowlarr.search_upgrades,
        every=config.provided.schedule.search_missing,
    )
    search_library = providers.Singleton(SearchLibrary, search, missing)
    feed = providers.Singleton(SyncFeed, ask, decide, grab_best, store, library_index, indexer_feeds)
    run_import = providers.Singleton(
        RunImport, files, store, clock, checkpoint, meter, transfer=config.provided.library.transfer
    )
    measure = providers.Singleton(MeasureFilm, probe)
    plan_import = providers.Singleton(PlanImport, client, files, store, clock, profiles, scores, measure, library)
    imports = providers.Singleton(ImportDownload, plan_import, run_import, fail, store, clock, checkpoint)
    track = providers.Singleton(
        TrackDownloads,
        client,
        send,
        imports,
        fail,
        store,
        clock,
        checkpoint,
        under_way,
        patience=providers.Singleton(
            Patience,
            no_metadata=config.provided.download.no_metadata,
            stalled=config.provided.download.stalled,
        ),
        private_failover=config.provided.download.private_failover,
        settle=settle,
    )
    outbox = providers.Singleton(DeliverOutbox, client, search, store, clock, pause)

    show_why = providers.Singleton(ShowWhy, facts, scores, store, pause, observe=observe)
    replay = providers.Singleton(Replay, facts, store, providers.Singleton(TrialReader, config, profiles, formats))

    add_root = providers.Singleton(AddRoot, files, store)
    add_movie = providers.Singleton(AddMovie, metadata, add_root, store, clock, bells, slots=slots, profiles=names)
    look_up_movie = providers.Singleton(LookUpMovie, metadata, store, clock)
    change_movie = providers.Singleton(ChangeMovie, add_root, store, slots=slots, profiles=names)
    refresh_metadata = providers.Singleton(
        RefreshMetadata, metadata, store, clock, bells, has_key=providers.Callable(derived.has_metadata_key, config)
    )
    remove_movie = providers.Singleton(RemoveMovie, files, imports, store, clock)
    remove_slot = providers.Singleton(RemoveSlot, files, store, clock)
    show_queue = providers.Singleton(ShowQueue, client, store)
    manage_download = providers.Singleton(ManageDownload, client, imports, fail, store, clock, bells)
    manage_waiting = providers.Singleton(ManageWaiting, grab, scores, store, clock)
    commands = providers.Singleton(
        RunCommands,
        background,
        clock,
        providers.Callable(derived.works, search_library, feed, track, refresh_metadata),
        under_way,
    )
    grab_shown = providers.Singleton(GrabShown, search, grab)
    grab_own = providers.Singleton(GrabOwn, grab, scores, store)
    terms = providers.Singleton(derived.terms, config)
    show_indexers = providers.Singleton(
        ShowIndexers, ask, gate, clock, degraded_rate=config.provided.health.degraded_error_rate
    )
    test_indexer = providers.Singleton(TestIndexer, indexer, ask, gate)
    show_health = providers.Singleton(
        ShowHealth,
        reports,
        show_indexers.provided.health,
        clock,
        services=providers.Callable(derived.services, terms),
        terms=terms,
        version=__version__,
        database=providers.Callable(derived.database, config),
        started_at=started_at,
    )
    check_health = providers.Singleton(
        CheckHealth,
        show_health,
        indexer,
        client,
        metadata,
        store,
        files,
        clock,
        terms=terms,
        roots=providers.Callable(derived.roots, config),
        state=state,
        learn=gate.provided.know,
    )
    keep_house = providers.Singleton(KeepHouse, store, clock, keeping=providers.Callable(derived.keeping, config))
    supervisor = providers.Singleton(
        derived.watched,
        show_health,
        providers.Callable(
            loops,
            config.provided.schedule,
            track,
            outbox,
            feed,
            missing,
            pause,
            check_health,
            keep_house,
            refresh_metadata,
            pending,
            pending_alarm,
        ),
        bells,
        store,
        clock,
    )
    status = providers.Singleton(ShowStatus, notices=config.provided.notices)
    driving = providers.Singleton(
        Driving,
        add_movie=add_movie,
        look_up_movie=look_up_movie,
        change_movie=change_movie,
        remove_movie=remove_movie,
        remove_slot=remove_slot,
        add_root=add_root,
        search_movie=search,
        plan_searches=plan_searches,
        grab_release=grab_shown,
        grab_own=grab_own,
        show_queue=show_queue,
        manage_download=manage_download,
        manage_waiting=manage_waiting,
        commands=commands,
        show_status=status,
        show_health=show_health,
        show_indexers=show_indexers,
        test_indexer=test_indexer,
        pause_work=pause,
        show_why=show_why,
        replay=replay,
    )
