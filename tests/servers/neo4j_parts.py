"""The parts of the Neo4j servers that the tests run against: which versions, where they are kept, how to fetch them."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.servers.missing import MissingError

POM = Path(__file__).with_name("pom.xml")
CACHE = Path(__file__).parents[2] / ".cache" / "neo4j"


@dataclass(frozen=True)
class Release:
    """One version of Neo4j Community, from its own Maven artifacts."""

    version: str
    main_class: str
    oldest_java: int

    @property
    def parts(self) -> Path:
        return CACHE / self.version / "lib"

    @property
    def fetched(self) -> bool:
        return (self.parts / f"neo4j-{self.version}.jar").is_file()


OLDEST = Release("5.26.28", "org.neo4j.server.CommunityEntryPoint", oldest_java=17)
NEWEST = Release("2026.04.0", "org.neo4j.server.Neo4jCommunity", oldest_java=21)
RELEASES = (OLDEST, NEWEST)


def runnable() -> tuple[Release, ...]:
    """The releases that the Java of this machine can run; always the oldest, so that its absence is noticed."""
    return tuple(release for release in RELEASES if release is OLDEST or java_version() >= release.oldest_java)


@cache
def java_version() -> int:
    """The major version of the `java` on the path; 0 where there is none."""
    java = shutil.which("java")
    if java is None:
        return 0
    shown = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(?:1\.)?(\d+)', shown)
    return int(version[1]) if version else 0


def fetch(release: Release) -> None:
    """Fetch the parts of one release through Maven: about 215 files, 130 MB; nothing where they are there already."""
    if release.fetched:
        return
    if java_version() < release.oldest_java:
        found = f"this is Java {java_version()}" if java_version() else "there is no Java"
        raise MissingError(f"Neo4j {release.version} needs Java {release.oldest_java} or later; {found}.")
    maven = shutil.which("mvn")
    if maven is None:
        raise MissingError(f"Neo4j {release.version} is fetched with Maven, and there is no `mvn`.")
    arrived = release.parts.with_name("arriving")  # moved into place when complete, so that half a server is never run
    shutil.rmtree(arrived, ignore_errors=True)
    arrived.mkdir(parents=True)
    run = subprocess.run(
        [
            *(maven, "-q", "-B", "-f", str(POM), f"-Dneo4j.version={release.version}"),
            *("dependency:copy-dependencies", f"-DoutputDirectory={arrived}", "-DincludeScope=runtime"),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode != 0:
        raise MissingError(f"Maven could not fetch Neo4j {release.version}: {(run.stdout + run.stderr)[-600:].strip()}")
    shutil.rmtree(release.parts, ignore_errors=True)
    arrived.rename(release.parts)
