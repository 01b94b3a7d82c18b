"""Past exports of the data file, for command line and screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.disk.past_exports import PastExport


class PastExports:
    """What was exported from one data file, and where to."""

    def __init__(self, data_file: Path, *, read_only: bool = False) -> None:
        """Bind it.

        Args:
            data_file: symlinks resolved.
            read_only: nothing is written beside it.
        """
        self.data_file = data_file
        self.read_only = read_only

    @property
    def file(self) -> Path:
        """Where they are noted."""
        from store.disk.past_exports import exports_path

        return exports_path(self.data_file)

    def latest(self) -> tuple[PastExport, ...]:
        """The last one to each file, the latest last; none where they cannot be read."""
        from store.disk.past_exports import past_exports

        try:
            return past_exports(self.data_file)
        except OSError:
            return ()

    def there(self) -> tuple[PastExport, ...]:
        """Those whose files are still there."""
        return tuple(each for each in self.latest() if Path(each.path).exists())

    def of(self, path: Path) -> PastExport | None:
        """The last one to a file, whose symlinks are resolved."""
        return next((each for each in self.latest() if each.path == str(path)), None)

    def note(self, export: PastExport) -> bool:
        """Note one; whether that could be done."""
        from store.disk.past_exports import note_export

        if self.read_only:
            return False
        try:
            note_export(self.data_file, export)
        except OSError:
            return False
        return True

    def rewrite(self, changed: Callable[[PastExport], PastExport | None]) -> None:
        """Change what is noted; None lets one go.

        Raises:
            OSError: where it cannot be written.
        """
        from store.disk.past_exports import rewrite_exports

        rewrite_exports(self.data_file, changed)

    def is_own(self, path: Path) -> bool:
        """Whether a file is the data file or one of those that lie beside it for it."""
        own = self.data_file
        if path.parent == own.parent:
            return path.name == own.name or path.name.startswith((f"{own.name}.", f".{own.name}."))
        return path.parent.parent == own.parent and path.parent.name.startswith(f"{own.name}.")
