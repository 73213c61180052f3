"""The configuration: where values come from, and what is said about bad ones."""

import json
from pathlib import Path

import pytest

from radarr.app.config import Config, ConfigError, Problem, load, profiles

CONTRACT = Path(__file__).parents[4].parent / "shared" / "interface.md"


def written(folder: Path, text: str) -> Path:
    path = folder / "radarr.toml"
    path.write_text(text)
    return path


def problems(folder: Path, text: str, environ: dict[str, str] | None = None) -> dict[str, Problem]:
    with pytest.raises(ConfigError) as caught:
        load(written(folder, text), environ or {})
    return {problem.path or problem.origin.name: problem for problem in caught.value.problems}


def test_no_file_at_all_gives_the_defaults_and_says_what_is_missing() -> None:
    config = load(None, {})
    assert config.server.port == 7878
    assert config.library.minimum_free == 500 << 20
    assert len(config.notices) == 2


def test_the_environment_beats_a_file_of_a_value_which_beats_a_credential_which_beats_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, '[prowlarr]\napi_key = "a"\n[qbittorrent]\npassword = "a"\nusername = "a"\ncategory = "a"')
    credentials = tmp_path / "credentials"
    credentials.mkdir()
    for key in ("prowlarr.api_key", "qbittorrent.password", "qbittorrent.username"):
        (credentials / key).write_text("b\n")
    (credentials / "others.word").write_text("not ours")
    (tmp_path / "held").write_text("c\n")
    held = str(tmp_path / "held")
    config = load(
        path,
        {
            "CREDENTIALS_DIRECTORY": str(credentials),
            "RADARR__PROWLARR__API_KEY_FILE": held,
            "RADARR__QBITTORRENT__PASSWORD_FILE": held,
            "RADARR__PROWLARR__API_KEY": "d",
        },
    )
    assert config.prowlarr.api_key.reveal() == "d"
    assert config.qbittorrent.password.reveal() == "c"
    assert (config.qbittorrent.username, config.qbittorrent.category) == ("b", "a")
    assert str(config.origin("prowlarr.api_key")) == "RADARR__PROWLARR__API_KEY"
    assert str(config.origin("qbittorrent.username")) == "credential qbittorrent.username"
    assert str(config.origin("qbittorrent.category")) == f"{path}:6"
    assert str(config.origin("server.port")) == "default"


def test_generated_files_are_read_after_the_file_key_by_key_and_lists_grow(tmp_path: Path) -> None:
    slot = '[[slot]]\nname = "{}"\nprofile = "Ultra-HD"\nroot = "/srv/{}"\n'
    path = written(
        tmp_path, "[prowlarr]\ntimeout = 60\nretries = 1\n[sizes]\nDVD = [0, 1, 2]\n" + slot.format("a", "a")
    )
    (tmp_path / "conf.d").mkdir()
    (tmp_path / "conf.d" / "20.toml").write_text("[prowlarr]\nretries = 4\n" + slot.format("b", "b"))
    (tmp_path / "conf.d" / "10.toml").write_text("[prowlarr]\nretries = 3\n[sizes]\nCAM = [0, 0, 5.5]\n")
    config = load(path, {})
    assert (config.prowlarr.timeout, config.prowlarr.retries) == (60, 4)
    assert [slot.name for slot in config.slot] == ["a", "b"]
    assert set(config.sizes) == {"DVD", "CAM"}
    assert str(config.origin("slot[1].root")).endswith("conf.d/20.toml:6")


def test_all_problems_are_told_at_once_with_file_line_value_and_remedy(tmp_path: Path) -> None:
    found = problems(
        tmp_path,
        '[server]\nport = "x"\nprot = 1\n\n[prowlarr]\ncategories = [\n  2000,\n  -1,\n]\n[libary]\n'
        '[[profile]]\nname = "A"\n[qbittorrent]\nverify_tls = "true"\n',
        {"RADARR__PROWLARR__TIMOUT": "3"},
    )
    assert found.keys() == {
        "server.port",
        "server.prot",
        "prowlarr.categories",
        "libary",
        "profile[0].qualities",
        "qbittorrent.verify_tls",
        "RADARR__PROWLARR__TIMOUT",
    }
    assert str(found["server.port"]) == (
        f'{tmp_path}/radarr.toml:2: server.port = "x": expected a whole number, 0 to 65535; for instance port = 7878'
    )
    assert found["server.prot"].remedy == "did you mean 'port'?"
    assert found["prowlarr.categories"].origin.line == 6
    assert found["libary"].remedy == "did you mean 'library'?"
    assert found["profile[0].qualities"].origin.line == 11
    assert found["RADARR__PROWLARR__TIMOUT"].remedy == "did you mean 'timeout'?"


@pytest.mark.parametrize(
    ("text", "path"),
    [
        pytest.param('[prowlarr]\nurl = "http://me:hunter22@host"', "prowlarr.url", id="password in an address"),
        pytest.param('[database]\nurl = "postgresql://me:hunter22@h/db"', "database.url", id="in the database's"),
        pytest.param("[qbittorrent]\npassword = ['hunter22']", "qbittorrent.password", id="of the wrong type"),
        pytest.param('[prowlarr]\napikey = "hunter22"', "prowlarr.apikey", id="under a misspelt key"),
        pytest.param('[[notify]]\nurl = "hunter22"\nkind = "x"', "notify[0].kind", id="beside a bad value"),
    ],
)
def test_no_problem_shows_a_secret(tmp_path: Path, text: str, path: str) -> None:
    found = problems(tmp_path, text)
    assert path in found
    assert "hunter22" not in "".join(str(problem) for problem in found.values())


@pytest.mark.parametrize(
    ("text", "path"),
    [
        pytest.param('[prowlarr]\nurl = "host:9696"', "prowlarr.url", id="address without scheme"),
        pytest.param('[prowlarr]\nurl = "http://h:99999"', "prowlarr.url", id="no such port"),
        pytest.param('[library]\nroots = ["films"]', "library.roots", id="relative root"),
        pytest.param('[library]\nroots = ["/a", "/a/"]', "library.roots", id="root twice"),
        pytest.param('[library]\nminimum_free = "5 GB free"', "library.minimum_free", id="no size"),
        pytest.param('[library]\nfile_mode = "rw"', "library.file_mode", id="no mode"),
        pytest.param("[library]\ntransfer = []", "library.transfer", id="no way to transfer"),
        pytest.param('[library]\ntransfer = ["move"]', "library.transfer", id="unknown transfer"),
        pytest.param('[library]\ncolon = "x"', "library.colon", id="unknown colon"),
        pytest.param('[library]\ndefault_profile = "x"', "library.default_profile", id="no such profile"),
        pytest.param('[server]\ntrusted_proxies = ["x"]', "server.trusted_proxies", id="no network"),
        pytest.param("[health]\ndegraded_error_rate = nan", "health.degraded_error_rate", id="not a number"),
        pytest.param("[server]\nport = true", "server.port", id="a truth as number"),
        pytest.param('[sizes]\n"Bluray" = [1, 2, 3]', "sizes.Bluray", id="size of no quality"),
        pytest.param('[sizes]\n"DVD" = [3, 2, 1]', "sizes.DVD", id="sizes that shrink"),
        pytest.param('[database]\nurl = "postgresql://h/db"', "server.api_key", id="PostgreSQL without a given key"),
        pytest.param('[[profile]]\nname="A"\nqualities=["HD"]', "profile[0].qualities", id="unknown quality"),
        pytest.param(
            '[[profile]]\nname="A"\nqualities=["DVD"]\nlanguage="Germn"', "profile[0].language", id="no such language"
        ),
        pytest.param(
            '[[profile]]\nname="A"\nqualities=["DVD"]\ncutoff="CAM"', "profile[0].cutoff", id="cut-off not wanted"
        ),
        pytest.param(
            '[[profile]]\nname="A"\nqualities=["DVD"]\n[[profile]]\nname="A"\nqualities=["CAM"]',
            "profile[1].name",
            id="profile twice",
        ),
        pytest.param('[[slot]]\nname="main"\nprofile="Any"\nroot="/b"', "slot[0].name", id="main is there already"),
        pytest.param('[[slot]]\nname="uhd"\nprofile="4K"\nroot="/b"', "slot[0].profile", id="slot without profile"),
        pytest.param(
            '[library]\nroots=["/a"]\nfile_format="{Movie Title}"\n[[slot]]\nname="uhd"\nprofile="Any"\nroot="/a"',
            "slot[0].root",
            id="two slots would share a name",
        ),
        pytest.param("[slot]\nname = 'uhd'", "slot", id="one bracket too few"),
        pytest.param("prowlarr = 1", "prowlarr", id="a section that is a number"),
    ],
)
def test_a_bad_value_is_refused_by_its_key(tmp_path: Path, text: str, path: str) -> None:
    found = problems(tmp_path, text)
    assert path in found
    assert found[path].remedy
    assert found[path].origin.line or path == "server.api_key"


def test_what_is_not_toml_is_told_with_its_line(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "[server\n").values()
    assert "line 1" in problem.expected


def test_radarrs_own_variables_mean_what_they_mean_there() -> None:
    config = load(
        None,
        {
            "RADARR__AUTH__APIKEY": "k",
            "RADARR__SERVER__PORT": "79",
            "RADARR__SERVER__BINDADDRESS": "*",
            "RADARR__SERVER__URLBASE": "radarr",
            "RADARR__LOG__LEVEL": "trace",
            "RADARR__APP__INSTANCENAME": "films",
        },
    )
    assert (config.server.api_key.reveal(), config.server.port, config.server.host) == ("k", 79, "0.0.0.0")  # noqa: S104
    assert (config.server.url_base, config.log.level) == ("/radarr", "debug")
    assert "RADARR__APP__INSTANCENAME is Radarr's and means nothing here" in config.notices


def test_radarrs_own_database_is_refused_with_a_hint(tmp_path: Path) -> None:
    found = problems(tmp_path, "", {"RADARR__POSTGRES__HOST": "db"})
    assert "RADARR__DATABASE__URL" in found["RADARR__POSTGRES__HOST"].remedy


def test_a_key_that_ends_in_file_is_not_taken_for_a_file_of_a_value() -> None:
    assert load(None, {"RADARR__PROWLARR__CA_FILE": "/etc/ca.pem"}).prowlarr.ca_file == "/etc/ca.pem"


def test_lists_come_from_the_environment_with_commas_or_as_toml() -> None:
    assert load(None, {"RADARR__LIBRARY__ROOTS": "/a, /b"}).library.roots == ("/a", "/b")
    assert load(None, {"RADARR__PROWLARR__CATEGORIES": "[2000, 2045]"}).prowlarr.categories == (2000, 2045)


def test_secrets_are_masked_wherever_the_configuration_is_printed() -> None:
    config = load(None, {"RADARR__PROWLARR__API_KEY": "hunter22", "RADARR__TMDB__API_KEY": "hunter23"})
    assert "hunter2" not in f"{config} {config!r} {config.prowlarr.api_key} {config.values}"
    assert set(config.secrets()) == {"hunter22", "hunter23"}


def test_sections_of_later_are_checked_and_noticed(tmp_path: Path) -> None:
    text = '[fuse]\nfiles = 3\n[[release_profile]]\ntags = ["best"]\n'
    notices = load(written(tmp_path, text), {}).notices
    assert {f"{name} is read but has no effect yet" for name in ("fuse", "release_profile.tags")} <= {*notices}


def _config(folder: Path, text: str) -> Config:
    return load(written(folder, text), {})


def test_a_declared_profile_replaces_the_defaults_and_takes_its_sizes(tmp_path: Path) -> None:
    (made,) = profiles(
        _config(
            tmp_path,
            """
            [library]
            default_profile = "Mine"
            [[profile]]
            name = "Mine"
            cutoff = "WEB 1080p"
            max_size = "100MiB/min"
            qualities = ["HDTV-1080p", { name = "WEB 1080p", qualities = ["WEBDL-1080p", "WEBRip-1080p"] }]
            [sizes]
            "HDTV-1080p" = [4.0, 60.0, 150]
            """,
        )
    )
    assert [item.name for item in made.items if item.allowed] == ["HDTV-1080p", "WEB 1080p"]
    assert (made.max_size, made.max_size_per_minute) == (None, 100 << 20)
    assert made.sizes["HDTV-1080p"] == (4, 60, 150)


@pytest.mark.parametrize(("written", "name"), [("german", "German"), ("pt-BR", "Portuguese (Brazil)"), ("any", "Any")])
def test_a_language_is_understood_however_it_is_written(tmp_path: Path, written: str, name: str) -> None:
    text = f'[[profile]]\nname = "Mine"\nlanguage = "{written}"\nqualities = ["DVD"]'

    assert profiles(_config(tmp_path, text))[0].language == name


def test_a_default_profile_that_is_in_use_stays_beside_declared_ones(tmp_path: Path) -> None:
    made = profiles(_config(tmp_path, '[[profile]]\nname = "Mine"\nqualities = ["DVD"]'))
    assert [profile.name for profile in made] == ["Mine", "HD-1080p"]


@pytest.mark.skipif(not CONTRACT.is_file(), reason="the public contract is not beside the repository")
def test_the_example_of_the_public_contract_is_good(tmp_path: Path) -> None:
    example = CONTRACT.read_text().partition("```toml\n")[2].partition("```")[0]
    condition = {"name": "it", "implementation": "ReleaseTitleSpecification", "fields": {"value": "repack"}}
    repack = {"name": "Repack/Proper", "specifications": [condition]}
    (tmp_path / "formats").mkdir()
    (tmp_path / "formats" / "repack.json").write_text(json.dumps(repack))
    config = load(written(tmp_path, example), {})
    assert config.library.roots == ("/srv/media/movies",)


def test_the_six_default_profiles_take_the_sizes_too(tmp_path: Path) -> None:
    made = profiles(_config(tmp_path, '[sizes]\n"DVD" = [1, 0, 0]'))
    assert len(made) == 6
    assert {profile.sizes["DVD"] for profile in made} == {(1, None, None)}


def test_a_folder_of_generated_files_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "radarr.toml").touch()
    (tmp_path / "conf.d").symlink_to("conf.d")
    with pytest.raises(ConfigError, match=r"conf.d: cannot be read"):
        load(tmp_path / "radarr.toml", {})
