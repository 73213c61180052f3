"""Why no change of settings helps: a sentence for every reason about which nothing, or nothing more, can be done."""

from types import MappingProxyType

from radarr.domain.decision.reason import Reason

_THERE = "the film is there, as good"
_PREFERRED = "the film is there, in a quality that the profile prefers"
_COMING = "what is under way is as good"
_OTHER_GROUP = "a repack mends the release of its own group alone"

OBSTACLES: MappingProxyType[Reason, str] = MappingProxyType(
    {
        Reason.UNABLE_TO_PARSE: "its name tells no film",
        Reason.UNKNOWN_MOVIE: "its name is that of no film of the library",
        Reason.WRONG_MOVIE: "it is another film",
        Reason.AMBIGUOUS_MOVIE: "it may be another film as well; a person who knows takes it by hand",
        Reason.ID_MISMATCH: "its name is that of another film than the indexer says",
        Reason.PROTOCOL_DISABLED: "only torrents can be fetched",
        Reason.SAMPLE: "a sample is not the film",
        Reason.RAW: "a whole disc cannot be imported as one file",
        Reason.CUSTOM_FORMAT_OUT_OF_TIME: "a custom format cannot tell in time whether it matches: mend its pattern",
        Reason.ALREADY_GRABBED: "it was taken away before; a person who wants it again searches by hand",
        Reason.ALREADY_IMPORTED_SAME_HASH: "this very torrent was imported before, and the film is there",
        Reason.ALREADY_IMPORTED_SAME_NAME: "the film is there, in this very release",
        Reason.ALREADY_DOWNLOADING: "this very torrent is under way",
        Reason.DISK_CUTOFF_MET: _THERE,
        Reason.DISK_HIGHER_PREFERENCE: _PREFERRED,
        Reason.DISK_HIGHER_REVISION: _THERE,
        Reason.DISK_CUSTOM_FORMAT_SCORE: _THERE,
        Reason.QUEUE_CUTOFF_MET: _COMING,
        Reason.QUEUE_HIGHER_PREFERENCE: "what is under way has a quality that the profile prefers",
        Reason.QUEUE_HIGHER_REVISION: _COMING,
        Reason.QUEUE_CUSTOM_FORMAT_SCORE: _COMING,
        Reason.REPACK_UNKNOWN_RELEASE_GROUP: _OTHER_GROUP,
        Reason.REPACK_RELEASE_GROUP_DOES_NOT_MATCH: _OTHER_GROUP,
        Reason.DECISION_ERROR: "a rule broke on it, which is a bug: the log has more",
    }
)
"""The sentence ends "nothing can be done about it, because ..."."""

NO_MORE = "what could be changed is not enough"
"""Where every reason has a change, and all changes together do not help."""
