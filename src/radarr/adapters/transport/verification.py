"""Whose certificates are believed. A context costs tens of milliseconds: the first https:// has it made."""

import ssl
from functools import cache

import httpx

from radarr.ports.errors import Unavailable


def context(base: str, verify: bool | str = True) -> ssl.SSLContext:  # noqa: FBT001,FBT002  # as httpx has it
    """For an address: the system's issuers and Mozilla's, a CA file of one's own, or anybody where `verify` is False.

    Raises Unavailable: the CA file cannot be used.
    """
    if not base.lower().startswith("https:"):
        return _nobody()
    if isinstance(verify, str):
        return _own(verify)
    return _known() if verify else _anybody()


@cache
def _known() -> ssl.SSLContext:
    known = httpx.create_ssl_context(trust_env=False)
    known.load_default_certs()
    return known


@cache
def _nobody() -> ssl.SSLContext:
    """Believes no certificate at all: for plain http, where none is to be seen."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


@cache
def _anybody() -> ssl.SSLContext:
    return httpx.create_ssl_context(verify=False, trust_env=False)


def _own(file: str) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=file)
    except (OSError, ssl.SSLError) as error:
        raise Unavailable(
            f"the certificates in {file} cannot be read ({error.strerror or type(error).__name__})",
            remedy="give a file in PEM form that the daemon may read",
        ) from error
