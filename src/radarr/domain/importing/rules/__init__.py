"""The rules of an import: pure functions, all of them run, all reasons kept."""

from collections.abc import Callable
from typing import TypeAlias

from radarr.domain.importing.candidate import ImportRequest
from radarr.domain.importing.contents import Contents
from radarr.domain.importing.reason import ImportRejection
from radarr.domain.importing.rules.archive_file import archive_file
from radarr.domain.importing.rules.claim import claim
from radarr.domain.importing.rules.dangerous_file import dangerous_file
from radarr.domain.importing.rules.executable_file import executable_file
from radarr.domain.importing.rules.file_locked import file_locked
from radarr.domain.importing.rules.free_space import free_space
from radarr.domain.importing.rules.invalid_path import invalid_path
from radarr.domain.importing.rules.multi_part import multi_part
from radarr.domain.importing.rules.sample import sample
from radarr.domain.importing.rules.unpacking import unpacking
from radarr.domain.importing.rules.unsupported_extension import unsupported_extension
from radarr.domain.importing.rules.upgrade import upgrade

ImportRule: TypeAlias = Callable[[ImportRequest, Contents], ImportRejection | None]

RULES: tuple[ImportRule, ...] = (
    invalid_path,
    dangerous_file,
    executable_file,
    file_locked,
    unpacking,
    archive_file,
    sample,
    unsupported_extension,
    multi_part,
    claim,
    upgrade,
    free_space,
)
