"""What kept an answer from arriving, in words that say what to do."""

import socket
import ssl
from collections.abc import Iterator
from enum import IntEnum
from typing import Final, NamedTuple, TypeVar

import httpx

from radarr.adapters.transport.body import Damaged, TooLarge
from radarr.ports.errors import Unavailable

MIB = 1 << 20


class _Verdict(IntEnum):
    """OpenSSL's X509_V_ERR_*."""

    NOT_YET = 9
    EXPIRED = 10
    OTHER_NAME = 62
    OTHER_ADDRESS = 64


_AGAIN: Final = "we try again later"
TROUBLES: Final = (httpx.HTTPError, httpx.InvalidURL, TimeoutError, TooLarge, Damaged, UnicodeEncodeError)

E = TypeVar("E", bound=BaseException)


class Unanswered(Unavailable):
    """The server took the request, but its answer did not arrive whole and in time; `seconds` were spent on it."""

    seconds = 0.0


class TooMuch(Unanswered):
    """Its answer was larger than any that makes sense."""


class Place(NamedTuple):
    """Whom we asked: their name, address, the setting that holds it, and how to make us trust their certificate."""

    name: str
    base: str
    setting: str = "the URL"
    trust: str = "let it use a certificate of a known issuer"
    proxy: str = ""

    def __str__(self) -> str:
        return f"{self.name} at {self.base}" + (f" (through the proxy {self.proxy})" if self.proxy else "")

    @property
    def running(self) -> str:
        """What to look at where nobody answers."""
        return f"is it running, and is {self.setting} right?" + (" and the proxy?" if self.proxy else "")


def translated(error: Exception, place: Place, limit: int) -> Unavailable:
    """The error to raise instead."""
    match error:
        case TooLarge():
            return TooMuch(
                f"{place.name} sent more than {limit // MIB} MiB",
                remedy=f"check that {place.setting} is right; the answer was cut off",
            )
        case Damaged():
            return Unanswered(f"the answer of {place} is damaged: {error}", remedy=_AGAIN)
        case httpx.ConnectTimeout() | httpx.PoolTimeout() | httpx.ConnectError() | httpx.ProxyError():
            return _unreached(error, place)
        case httpx.LocalProtocolError() | UnicodeEncodeError():  # whose words would show the key
            return Unavailable(
                f"our request to {place} cannot be written: no header can hold the key or password",
                remedy="look for a line break or a foreign letter in it",
            )
        case httpx.InvalidURL() | httpx.UnsupportedProtocol():
            return Unavailable(f"{place} is not an address we can use", remedy="give a http:// or https:// URL")
        case _:
            return _broken(error, place)


def _unreached(error: Exception, place: Place) -> Unavailable:
    """No connection: the cause is deep below."""
    if isinstance(error, httpx.TimeoutException):
        return Unavailable(f"{place} does not accept connections", remedy=place.running)
    if isinstance(error, httpx.ProxyError):
        return Unavailable(f"{place} was not reached: the proxy refuses ({error})", remedy="check the proxy setting")
    return _refused(error, place)


def _refused(error: Exception, place: Place) -> Unavailable:
    if certificate := _below(error, ssl.SSLCertVerificationError):
        return _untrusted(certificate, place)
    if _below(error, ssl.SSLError):
        return Unavailable(
            f"{place} does not speak TLS as we do", remedy=f"if it has no certificate, write http:// in {place.setting}"
        )
    if _below(error, socket.gaierror):
        host = httpx.URL(place.base).host
        return Unavailable(
            f"{place} cannot be reached: the host name {host} is not known",
            remedy=f"check the host name in {place.setting}, and the machine's name server",
        )
    if _below(error, ConnectionRefusedError):
        return Unavailable(f"{place} cannot be reached: nobody listens there", remedy=place.running)
    return Unavailable(f"{place} cannot be reached ({error})", remedy=place.running)


def _untrusted(error: ssl.SSLCertVerificationError, place: Place) -> Unavailable:
    match error.verify_code:
        case _Verdict.EXPIRED:
            return Unavailable(f"the certificate of {place} has expired", remedy="renew it")
        case _Verdict.NOT_YET:
            return Unavailable(
                f"the certificate of {place} is not valid yet", remedy="check the clocks of both machines"
            )
        case _Verdict.OTHER_NAME | _Verdict.OTHER_ADDRESS:
            return Unavailable(
                f"the certificate of {place} is for another name",
                remedy=f"write the name that the certificate has in {place.setting}",
            )
        case _:
            return Unavailable(
                f"the certificate of {place} is of an issuer that we do not know ({error.verify_message})",
                remedy=place.trust,
            )


def _broken(error: Exception, place: Place) -> Unavailable:
    if isinstance(error, httpx.TimeoutException | TimeoutError):
        return Unanswered(f"{place} did not answer in time", remedy=f"it may be busy; {_AGAIN}")
    if isinstance(error, httpx.ReadError | httpx.WriteError):
        return Unanswered(f"{place} broke the connection off before its answer was whole", remedy=_AGAIN)
    said = str(error)
    if isinstance(error, httpx.RemoteProtocolError) and "closed" not in said and "disconnected" not in said:
        return Unanswered(
            f"{place} answers with something that is not HTTP", remedy=f"check the port in {place.setting}"
        )
    return Unanswered(f"{place} broke off ({said or type(error).__name__})", remedy=_AGAIN)


def _below(error: BaseException, kind: type[E]) -> E | None:
    return next((cause for cause in _causes(error) if isinstance(cause, kind)), None)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        if isinstance(error, BaseExceptionGroup):
            for one in error.exceptions:
                yield from _causes(one)
        error = error.__cause__ or error.__context__
