"""What must be found by what, and what must not: card, query, verdict."""

from __future__ import annotations

from datetime import date

from store.records.person import City, Person, School

Case = tuple[Person, str, bool]


def card(**facts: object) -> Person:
    """A card of some facts; schools and cities by name."""
    facts.setdefault("name", "Nina Weber")
    for field, kind in (("schools", School), ("cities", City)):
        texts = facts.get(field, ())
        assert isinstance(texts, tuple)
        facts[field] = tuple(kind(name=str(text)) for text in texts)
    return Person(id="X", **facts)  # type: ignore[arg-type]


def school(*names: str) -> Person:
    """Somebody who went there."""
    return card(schools=names)


def city(*names: str) -> Person:
    """Somebody who lives there."""
    return card(cities=names)


def named(name: str) -> Person:
    """Somebody of that name."""
    return card(name=name)


MET = card(met=date(2024, 3, 5), layer=15)

FOUND: tuple[tuple[Person, str], ...] = (
    # Letters.
    (named("Łukasz Wrona"), "lukasz"),
    (named("Łukasz Wrona"), "ŁUKASZ wrona"),
    (card(org="Straßenbau AG"), "strassenbau"),
    (card(org="Strassenbau AG"), "straßenbau"),
    (city("Ærøskøbing"), "aeroskobing"),
    (named("Søren Ærø"), "aero"),
    (card(passions=("cœur gospel",)), "coeur"),
    (card(passions=("coeur gospel",)), "cœur"),
    (city("İstanbul"), "istanbul"),
    (city("Istanbul"), "İSTANBUL"),
    (city("Iğdır"), "igdir"),
    (city("Igdir"), "ığdır"),
    (named("He\u0301le\u0300ne Garnier"), "hélène"),
    (named("Hélène Garnier"), "He\u0301le\u0300ne"),
    (named("Đặng Thị Hà"), "dang thi ha"),
    (city("Göteborg"), "goteborg"),
    (city("Göteborg"), "goeteborg"),
    (named("Jörg Müller"), "mueller"),
    (named("François Lefèvre"), "FRANCOIS LEFEVRE"),
    # Names, whole and in pieces.
    (named("Jean-Marc Dupont"), "jeanmarc"),
    (named("Jean-Marc Dupont"), "jean marc"),
    (named("Jean Marc Dupont"), "jean-marc"),
    (named("Jean-Marc Dupont"), "jeanma"),
    (named("Jean-Marc Dupont"), "dupont jean"),
    (named("Jean-Marc Dupont"), "jm dupont"),
    (named("Jean-Marc Dupont"), "jmd"),
    (named("Claire L'Héritier"), "l'her"),
    (named("Claire L’Héritier"), "l'héritier"),
    (named("Claire L'Héritier"), "lheritier"),
    (named("Jeanne d'Arc"), "d'arc"),
    (named("Jeanne d'Arc"), "darc"),
    (named("Liam O'Brien"), "obrien"),
    (named("Charles de Gaulle"), "de gaulle"),
    (named("Charles de Gaulle"), "degaulle"),
    (named("Antoine de Saint-Exupéry"), "st exupery"),
    (named("J. R. R. Tolkien"), "jrr tolkien"),
    (card(name="Hélène Garnier", nicknames=("Léna",)), "lena"),
    # Towns.
    (city("Saint-Étienne"), "saint etienne"),
    (city("Saint-Étienne"), "st etienne"),
    (city("Saint-Étienne"), "stetienne"),
    (city("St-Étienne"), "saint-étienne"),
    (city("Saint-Étienne"), 'ville:"st étienne"'),
    (city("London"), "londres"),
    (city("Aix-en-Provence"), "aix en provence"),
    # Institutions, in every form.
    (school("École normale supérieure de Lyon"), "ens lyon"),
    (school("ENS de Lyon"), "école normale supérieure"),
    (school("École normale supérieure"), "ens ulm"),
    (school("Institut national des sciences appliquées de Lyon"), "insa lyon"),
    (school("INSA Lyon"), "institut national des sciences appliquées"),
    (school("Université Montpellier II"), "univ. montpellier 2"),
    (school("Univ. Montpellier 2"), "université de montpellier II"),
    (school("Université Paris I"), "paris 1"),
    (school("Université Paris 1"), 'school:"paris I"'),
    (school("Panthéon-Sorbonne Université"), "paris 1"),
    (school("École polytechnique"), "school:x"),
    (school("X"), "polytechnique"),
    (school("École polytechnique fédérale de Lausanne"), "epfl"),
    (school("EPFL"), "polytechnique lausanne"),
    (school("IEP Lyon"), "sciences po lyon"),
    (school("Sciences Po Lyon"), "iep"),
    (school("HEC"), "hautes études commerciales"),
    (school("ESSEC Business School"), "essec"),
    (school("CNAM"), "conservatoire national des arts et métiers"),
    (school("École nationale d'administration"), "ena"),
    (school("KTH"), "royal institute of technology"),
    (school("ETH Zürich"), "eidgenössische technische hochschule"),
    (school("Massachusetts Institute of Technology"), "mit"),
    (school("London School of Economics"), "lse"),
    (school("University College London"), "ucl"),
    (school("Technische Universität München"), "tu munich"),
    (school("Universität Basel"), "university basel"),
    (school("E.N.S. Lyon"), "ens lyon"),
    # Slips.
    (named("Hélène Garnier"), "hélnèe ganrier"),
    (named("Hélène Garnier"), "gernier"),
    (named("Hélène Garnier"), "ganrie"),
    (city("Strasbourg"), "strasburg"),
    (school("Sciences Po"), "scienecs po"),
    (card(passions=("escalade",)), "passion:esclade"),
    (card(notes="Rencontrée à Göteborg.\nAime Annie Ernaux."), "ernaud"),
    # Fields, filters, both languages.
    (card(org="Aubier", employers=("Crédit Agricole",)), "entreprise:agricole"),
    (card(languages=("fr",)), "langue:français"),
    (card(languages=("fr",)), "language:french"),
    (card(languages=("Français",)), "language:fr"),
    (card(needs=("un avocat en droit social",)), "besoin:avocat"),
    (card(offers=("relire un dossier",)), "offre:dossier"),
    (card(notes="Parle de voile."), "note:voile"),
    (card(tags=("labo",)), "étiquette:labo"),
    (card(fields=("génie civil",)), "domaine:genie"),
    (card(title="Directrice financière"), "poste:financiere"),
    (card(emails=("nina.w@aubier.example",)), "aubier.example"),
    (card(emails=("nina.w@aubier.example",)), "@aubier.example"),
    (card(emails=("nina.w@aubier.example",)), "@aub"),
    (card(where="Foire de Lyon"), "où:foire"),
    (card(passions=("C++",)), "c++"),
    (card(notes="Écrit en C#."), "c#"),
    (card(passions=("🎸",)), "🎸"),
    (named("Иван Петров"), "ivan"),
    (named("田中太郎"), "田中"),
    (MET, "met:2024"),
    (MET, "rencontré:2024-03"),
    (MET, "met:2020..2024"),
    (MET, "met:2024-03-05"),
    (MET, "since:2024-03-05"),
    (MET, "since:2009"),
    (MET, "depuis : 2024"),
    (MET, "layer:5,15"),
    (MET, "proximité:15"),
    (card(schools=("INSA Lyon",), cities=("Paris",)), "paris insa"),
    (card(schools=("INSA Lyon",), cities=("Paris",)), "école:insa ville:lyon,paris -grenoble"),
    (card(schools=("Sciences Po",)), "école : « sciences po »"),
    (card(cities=("Lyon", "Paris")), "city:lyon city:paris"),
    (card(cities=("Lyon",)), "ville:grenoble, lyon"),
    # Words that link need not be found.
    (city("Lyon"), "à lyon"),
    (city("Lyon"), "chez nina à Lyon"),
    (card(passions=("escalade",)), "l'escalade"),
    (card(org="Aubier"), "weber from aubier"),
    # What is no filter, and what is not one yet.
    (named("Foo Bar"), "foo:bar"),
    (named("Nina Weber"), "nina school:"),
    (named("Nina Weber"), "nina since:20"),
    (named("Nina Weber"), "nina -"),
    (named("Thin Lizzy"), "thin"),
)

NOT_FOUND: tuple[tuple[Person, str], ...] = (
    (school("Université Paris 2"), "paris 1"),
    (school("Université Paris II"), "paris 1"),
    (school("Université Paris 2"), 'school:"paris 1"'),
    (school("Université Paris 2"), "school:paris-1"),
    (school("Université Paris 13"), 'school:"paris 1"'),
    (school("Panthéon-Assas"), "paris 1"),
    (school("Université Lyon 3"), "lyon 2"),
    (school("ENA"), "ens"),
    (school("ENS de Lyon"), "insa"),
    (school("École centrale de Lyon"), "école normale supérieure"),
    (school("INSA Lyon"), "insa rennes"),
    (school("Universität Basel"), "university bern"),
    (school("École polytechnique"), "epfl"),
    (named("Hélène Garnier"), "lefèvre"),
    (named("Hélène Garnier"), '"garnier hélène"'),
    (named("Hélène Garnier"), '"hélène garn" x'),
    (named("Hélène Garnier"), "-garnier hélène"),
    (named("Jean-Marc Dupont"), "-jean-marc dupont"),
    (named("Bo Kht"), "kth"),
    (named("Marc 2024"), "2025"),
    (card(org="Studio 10"), "x"),
    (card(private_notes="secret"), "secret"),
    (named("Georgia Example"), "@example.org"),
    (card(org="Aubier"), "@aubier"),
    (school("IEP Lyon"), "itu"),
    (school("ENA"), "ens nina"),
    (school("Lycée d'Aix-en-Provence"), "enai"),
    (named("Nina Weber"), "à"),
    (card(org="Lyon Conseil"), "city:lyon"),
    (city("Lyon"), "city:lyon city:paris"),
    (city("Lyon"), "lyon -city:lyon"),
    (city("Paris"), "ville:lyon,grenoble"),
    (card(languages=("fr",)), "language:german"),
    (MET, "met:2023"),
    (MET, "met:2019..2023"),
    (MET, "met:2024-04"),
    (MET, "since:2025"),
    (MET, "layer:5"),
    (MET, "-layer:15"),
    (card(notes="x"), "met:2024"),
    (card(notes="voile", tags=("lac",)), "note:lac"),
    (named("Nina Weber"), "?!"),
)
