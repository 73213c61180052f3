"""Certificates for tests, made on the spot."""

import os
import shutil
import ssl
import subprocess
from pathlib import Path

import pytest

from tests.e2e.faulty import Certificates

OPENSSL = shutil.which("openssl")
needs_openssl = pytest.mark.skipif(
    OPENSSL is None and "RADARR_REQUIRE_REAL" not in os.environ, reason="openssl is not installed"
)


def certificates(folder: Path) -> tuple[Certificates, Path]:
    """One for 127.0.0.1 that its own file vouches for, and one that nobody does; and that file."""
    known, stranger = _certificate(folder, "known"), _certificate(folder, "stranger")
    return Certificates(_context(*known), _context(*stranger)), known[0]


def _certificate(folder: Path, name: str) -> tuple[Path, Path]:
    chain, key = folder / f"{name}.pem", folder / f"{name}.key"
    assert OPENSSL, "mark the test with needs_openssl"
    subject = ("-subj", f"/CN={name}", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "30")
    curve = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
    subprocess.run(
        [OPENSSL, "req", "-x509", *curve, *subject, "-keyout", key, "-out", chain], check=True, capture_output=True
    )
    return chain, key


def _context(chain: Path, key: Path) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(chain, key)
    return context
