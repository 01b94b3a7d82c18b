"""The organisation that a domain of mail stands for, supposed of those who write from there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Set

from store.records.ids import PersonId
from store.records.person import Person
from store.rules.colleagues_city import SHOWN, Supposed
from store.rules.no_organisation import is_no_organisation

_ANYBODYS = re.compile(
    r"""(?x)
    (?: gmail | googlemail | outlook | hotmail | live | msn | yahoo | ymail | rocketmail | aol
      | icloud | me | mac | gmx | web | t-online | freenet | mail | email | inbox | hey | fastmail
      | proton | protonmail | pm | tutanota | tuta | posteo | mailbox | riseup | disroot | zoho
      | yandex | qq | 163 | 126 | sina | naver | hanmail | rediffmail | libero | virgilio
      | orange | wanadoo | free | aliceadsl | laposte | sfr | neuf | cegetel | club-internet
      | numericable | bbox | voila | noos | dbmail | infonie | nordnet | bluewin | sunrise
      | hispeed | skynet | telenet | proximus | videotron | sympatico | comcast | verizon | att
      | 9online | tele2 | worldonline | mailo | netcourrier | caramail | lilo | voo | arcor
      | shaw | rogers | bell | cox | charter | earthlink | sbcglobal | bellsouth | optonline
      | ntlworld | blueyonder | tiscali | tin | alice | terra | ya | rambler | bk | list
      | duck | mozmail | vivaldi | tutamail | googlegroups | linkedin | facebookmail
      | btinternet | virginmedia | sky | talktalk | telia | telenor | seznam | wp | o2 | interia
    )
    (?: \.[a-z]{2,3} ){1,2}
    | (?: .+\. )? (?: noreply\.github | privaterelay\.appleid | example ) \.(?: com | org | net )
    | lists\..+
    """
)
"""Domains that tell nothing of where somebody works."""

_SCHOOLS = re.compile(
    r"""(?x)
    .+\.edu(?: \.[a-z]{2} )? | .+\.ac\.[a-z]{2}
    | (?: .+[.-] )? (?: alumni | etu | etud | etudiant | student | students | alum ) [.-] .+
    | (?: .+[.-] )? (?: univ | uni | universite | ens | insa | iut | iep | edu | u ) [.-] .+
    | .+ -alumni\..+ | alumni- .+ | (?: .+\. )? (?: unige\.ch | utoronto\.ca | ens\.fr )
    | (?: sciencespo | sciences-po | hec | essec | polytechnique | centraliens | gadz | m4x
      | mines-paris | cantab | oxon | ieee | acm ) \.[a-z]{2,3}
    """
)
"""Domains of schools and learned societies: an address kept from there says nothing of a post."""


def organisations_of_mail(
    people: Iterable[Person], key: Callable[[str], str], schools: Set[str] = frozenset()
) -> Iterator[Supposed]:
    """The organisation of those who have none noted, as all others of their domain have it.

    Addresses that anybody can have, and those of schools, say nothing.

    Args:
        people: who is looked at.
        key: an organisation's name as compared.
        schools: names that are schools, as compared.
    """
    groups: dict[str, list[Person]] = {}
    for person in people:
        for domain in dict.fromkeys(map(domain_of, person.emails)):
            if domain:
                groups.setdefault(domain, []).append(person)
    told: set[str] = set()
    for domain, those in groups.items():
        if not is_telling(domain):
            continue
        for each in _supposed(domain, those, key, schools):
            if each.person not in told:
                told.add(each.person)
                yield each


def domain_of(email: str) -> str:
    """The part of an address behind the @, in lower case; empty where there is none."""
    return email.rpartition("@")[2].strip().lower() if "@" in email else ""


def is_telling(domain: str) -> bool:
    """Whether a domain may be that of one organisation."""
    return "." in domain and not _ANYBODYS.fullmatch(domain) and not _SCHOOLS.fullmatch(domain)


def _supposed(
    domain: str, those: list[Person], key: Callable[[str], str], schools: Set[str]
) -> Iterator[Supposed]:
    known = [each for each in those if each.org.strip()]
    names: dict[str, str] = {}
    for each in known:
        names.setdefault(key(each.org), each.org)
    if len(names) != 1:
        return
    found, name = next(iter(names.items()))
    if not found or found in schools or is_no_organisation(name):
        return
    for person in those:
        # Who has left keeps the address in many an address book.
        if not person.org.strip() and found not in map(key, person.employers):
            yield Supposed(
                person=PersonId(person.id),
                value=name,
                source=domain,
                whom=tuple(PersonId(each.id) for each in known[:SHOWN]),
                known=len(known),
            )
