"""Of several parts that ended at once, the one that says why."""

from collections.abc import Iterator

from radarr.ports.errors import PortError


def reason(group: BaseExceptionGroup[BaseException]) -> BaseException:
    """The first error with words for a person, else the first of all."""
    all_errors = list(_flat(group))
    return next((error for error in all_errors if isinstance(error, PortError)), all_errors[0])


def _flat(group: BaseExceptionGroup[BaseException]) -> Iterator[BaseException]:
    for error in group.exceptions:
        if isinstance(error, BaseExceptionGroup):
            yield from _flat(error)
        else:
            yield error
