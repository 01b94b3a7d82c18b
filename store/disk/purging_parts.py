"""The pictures and other parts of somebody who is forgotten, removed from beside the data file.

Before history and data file are written, and after the copies were: whatever ends the program in
between leaves the person in the data file, and forgetting can be asked for again.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from store.disk.data_file import Contents, encoded_pieces
from store.disk.line import Read
from store.disk.parts import PartsFolder
from store.disk.parts_referred import by_copies, by_the_data, by_twins, digests_in


def purge_parts(
    data_file: Path, folder: PartsFolder, contents: Contents, history: Sequence[Read]
) -> int:
    """Remove all that nothing refers to once the person is gone; how many that were.

    That is what their cards alone showed, and what is left of cards of theirs that no history knows
    any more. What a synchronising program's copy refers to stays if it is not theirs.

    Args:
        data_file: as it is still, with the person.
        folder: nobody else is in it.
        contents: what there will be.
        history: what there will be of it.

    Raises:
        OSError: where one cannot be removed.
    """
    held = folder.sizes()
    if not held:
        return 0
    staying = digests_in(encoded_pieces(contents)) | digests_in(each.raw for each in history)
    staying |= by_copies(data_file)
    theirs = by_the_data(data_file) - staying
    return len(folder.remove(held.keys() - staying - (by_twins(data_file) - theirs)))
