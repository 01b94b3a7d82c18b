"""A name in one line taken apart as N wants it: family, given, additional, prefix, suffix.

No rule is right for every name; whoever has written N knows better, and N is only worked out where
a card has none. Spanish and Portuguese double surnames and Hungarian order cannot be told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_PREFIXES = frozenset(
    "dr drs dra prof mr mrs ms miss mx m mme mlle me maître sir dame lord lady rev fr "  # noqa: SIM905
    "herr frau sr sra srta don doña dott ing hon capt col gen lt sgt".split()
)
_DOTLESS = frozenset(
    "dr prof mr mrs ms miss mme mlle maître sir dame lord lady herr frau".split()  # noqa: SIM905
)
"""Prefixes that need no point to be one; `M` or `Don` alone may be a name."""

_SUFFIXES = frozenset("jr sr ii iii iv phd md esq mba dds dphil rn cpa qc kc obe".split())  # noqa: SIM905

_PARTICLES = frozenset(
    "de du des d' da das do dos di del della dei degli delle van von "  # noqa: SIM905
    "der den ter ten tot zu zum zur la le les el al af av bin ibn ben bint st".split()
)
_CAPITAL_PARTICLES = frozenset(
    "De Du Des Da Dos Di Del Della Van Von La Le El Al St".split()  # noqa: SIM905
)
_JOINING = frozenset({"y", "e", "i"})
"""Between two family names: Ortega y Gasset."""

_VIETNAMESE = frozenset(
    "Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý".split()  # noqa: SIM905
)
_KOREAN_PAIRS = ("남궁", "황보", "제갈", "선우", "독고", "사공", "서문")
_CHINESE_PAIRS = ("欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "司徒", "夏侯", "皇甫")
_CHINESE = frozenset(
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹"
    "袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹邱侯"
)

_EAST = re.compile(
    "[\u1100-\u11ff\u3005-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\u30fb ]+"
)
_HANGUL = re.compile("[\uac00-\ud7af]{2,5}")
_HAN = re.compile("[\u3400-\u9fff]{2,4}")
_COMMA = re.compile(r"\s*,\s*")
_LONGEST = 200


class NameParts(NamedTuple):
    """The components of N (RFC 6350, 6.2.2)."""

    family: str = ""
    given: str = ""
    additional: str = ""
    prefix: str = ""
    suffix: str = ""


def parts_of_name(name: str) -> NameParts:
    """The likely components of a name; no word of it is lost."""
    if len(name) > _LONGEST:
        return NameParts(given=name)
    if _EAST.fullmatch(name) and name.strip():
        return _eastern(name.split())
    head, *rest = _COMMA.split(name)
    if not rest:
        return _western(head.split())
    if all(_is_suffix(word) for piece in rest for word in piece.split()):
        parts = _western(head.split())
        return parts._replace(suffix=_joined((parts.suffix, *rest)))
    if len(rest) == 1 and head and rest[0]:
        given = _western(rest[0].split())
        middle = (given.additional, given.family) if given.given else (given.family,)
        return given._replace(family=head, additional=_joined(middle))
    return _western(name.split())


def _western(words: Sequence[str]) -> NameParts:
    start, end = 0, len(words)
    while start < end - 1 and (_is_prefix(words[start]) or not _has_letter(words[start])):
        start += 1
    while end > start + 1 and _is_suffix(words[end - 1]):
        end -= 1
    family, given, additional = _core(words[start:end])
    return NameParts(family, given, additional, _joined(words[:start]), _joined(words[end:]))


def _core(words: Sequence[str]) -> tuple[str, str, str]:
    if len(words) < 2:
        return "", _joined(words), ""
    if words[0] in _VIETNAMESE and words[-1] not in _VIETNAMESE:
        return words[0], words[-1], _joined(words[1:-1])
    if words[0].islower() and words[0] in _PARTICLES:
        return _joined(words), "", ""
    capitals = [_is_shouted(word) for word in words]
    if any(capitals) and not all(capitals):
        family = _joined([word for word, loud in zip(words, capitals, strict=True) if loud])
        given = [word for word, loud in zip(words, capitals, strict=True) if not loud]
        if capitals == sorted(capitals) or capitals == sorted(capitals, reverse=True):
            return family, given[0], _joined(given[1:])
    start = _start_of_family(words)
    return _joined(words[start:]), words[0], _joined(words[1:start])


def _start_of_family(words: Sequence[str]) -> int:
    last = len(words) - 1
    for index in range(1, last):
        word = words[index]
        if word.lower() in _PARTICLES and (word.islower() or word in _CAPITAL_PARTICLES):
            return index
        if word in _JOINING and index > 1:
            return index - 1
    return last


def _eastern(words: Sequence[str]) -> NameParts:
    if len(words) > 1:
        return NameParts(words[0], _joined(words[1:]))
    name = words[0]
    pairs = _KOREAN_PAIRS if _HANGUL.fullmatch(name) else _CHINESE_PAIRS
    if len(name) > 2 and name.startswith(pairs):
        return NameParts(name[:2], name[2:])
    korean = _HANGUL.fullmatch(name) is not None and len(name) <= 4
    chinese = _HAN.fullmatch(name) is not None and len(name) <= 3 and name[0] in _CHINESE
    return NameParts(name[0], name[1:]) if korean or chinese else NameParts(given=name)


def _is_prefix(word: str) -> bool:
    plain = word.rstrip(".").lower()
    return plain in _DOTLESS or (word.endswith(".") and plain in _PREFIXES)


def _is_suffix(word: str) -> bool:
    return word.replace(".", "").lower() in _SUFFIXES


def _is_shouted(word: str) -> bool:
    letters = [mark for mark in word if mark.isalpha()]
    return len(letters) > 2 and all(mark.isupper() for mark in letters)


def _has_letter(word: str) -> bool:
    return any(mark.isalnum() for mark in word)


def _joined(words: Sequence[str]) -> str:
    return " ".join(word for word in words if word)
