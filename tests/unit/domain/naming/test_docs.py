from pathlib import Path

from radarr.domain.naming.tokens import TOKENS

_GUIDE = Path(__file__).parents[4] / "docs" / "naming.md"


def test_the_guide_to_names_lists_every_token() -> None:
    told = _GUIDE.read_text("utf-8")

    assert [
        token.name for token in TOKENS if not {f"{{{token.name}}}", f"{{{token.name}:NAME}}"} & set(_braces(told))
    ] == []


def _braces(text: str) -> list[str]:
    return [f"{{{part.split('}')[0]}}}" for part in text.split("{")[1:]]
