"""Build hook: compile the message catalogues, so that the wheel carries them ready to read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LOCALES = Path("store/words/locale")


def compile_catalogues(root: Path) -> list[Path]:
    """Write the .mo beside each .po under `root`; return the files written.

    Raises:
        babel.messages.pofile.PoFileError: where a catalogue is malformed.
    """
    written = []
    for source in sorted((root / LOCALES).glob("*/LC_MESSAGES/arrosoir.po")):
        with source.open("rb") as lines:
            catalogue = read_po(lines, abort_invalid=True)
        target = source.with_suffix(".mo")
        with target.open("wb") as out:
            write_mo(out, catalogue)
        written.append(target)
    return written


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs for wheels and for editable installs alike."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the files of the build are chosen."""
        compile_catalogues(Path(self.root))


if __name__ == "__main__":
    compile_catalogues(Path(__file__).parent)
