"""A certificate authority that nobody knows, for as long as one test."""

import shutil
import ssl
import subprocess
from pathlib import Path
from typing import Final

import pytest

OPENSSL: Final = shutil.which("openssl")
needs_openssl: Final = pytest.mark.skipif(OPENSSL is None, reason="openssl is not installed")
_KEY: Final = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")


def _openssl(folder: Path, *arguments: str) -> None:
    subprocess.run([str(OPENSSL), *arguments], cwd=folder, check=True, capture_output=True, timeout=60)


def authority(folder: Path) -> Path:
    """Makes one; gives its certificate."""
    _openssl(folder, "req", "-x509", *_KEY, "-keyout", "ca.key", "-out", "ca.pem", "-days", "2", "-subj", "/CN=Our CA")
    return folder / "ca.pem"


def server_side(folder: Path, name: str) -> ssl.SSLContext:
    """A server whose certificate the authority in this folder signed, for an address ("IP:127.0.0.1") or a name."""
    (folder / "san").write_text(f"subjectAltName={name}\n")
    _openssl(folder, "req", *_KEY, "-keyout", "its.key", "-out", "its.csr", "-subj", "/CN=Prowlarr")
    sign = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2", "-extfile", "san")
    _openssl(folder, "x509", "-req", "-in", "its.csr", *sign, "-out", "its.pem")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "its.pem", folder / "its.key")
    return context
