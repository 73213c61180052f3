"""A format's conditions under the names that Radarr gives them: the way back of `specification`."""

from radarr.domain.formats.conditions import (
    EditionMatches,
    FlagIs,
    GroupMatches,
    LanguageIs,
    ModifierIs,
    ResolutionIs,
    SizeWithin,
    SourceIs,
    Test,
    TitleMatches,
    YearWithin,
)
from radarr.domain.languages import LANGUAGES

_IDS = {language.name: language.id for language in LANGUAGES}
_KINDS: dict[type[Test], str] = {
    TitleMatches: "ReleaseTitleSpecification",
    EditionMatches: "EditionSpecification",
    LanguageIs: "LanguageSpecification",
    FlagIs: "IndexerFlagSpecification",
    SourceIs: "SourceSpecification",
    ResolutionIs: "ResolutionSpecification",
    ModifierIs: "QualityModifierSpecification",
    SizeWithin: "SizeSpecification",
    GroupMatches: "ReleaseGroupSpecification",
    YearWithin: "YearSpecification",
}
_LABELS: dict[type[Test], str] = {
    TitleMatches: "Release Title",
    EditionMatches: "Edition",
    LanguageIs: "Language",
    FlagIs: "Indexer Flag",
    SourceIs: "Source",
    ResolutionIs: "Resolution",
    ModifierIs: "Quality Modifier",
    SizeWithin: "Size",
    GroupMatches: "Release Group",
    YearWithin: "Year",
}


def implementation(test: Test) -> str:
    """What Radarr calls a kind of condition in JSON."""
    return _KINDS[type(test)]


def label(test: Test) -> str:
    """What Radarr calls it on its pages."""
    return _LABELS[type(test)]


def fields_of(test: Test) -> dict[str, object]:
    """The fields of a condition by name, as in an export."""
    match test:
        case LanguageIs(language, others):
            return {"value": _IDS[language], "exceptLanguage": others}
        case SizeWithin(least, most) | YearWithin(least, most):
            return {"min": least, "max": most}
        case SourceIs(number) | ModifierIs(number) | ResolutionIs(number) | FlagIs(number):
            return {"value": int(number)}
        case TitleMatches(pattern) | EditionMatches(pattern) | GroupMatches(pattern):
            return {"value": pattern.source}
